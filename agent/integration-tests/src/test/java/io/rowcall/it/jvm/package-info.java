/** The packaged jar in a JVM: start, attach, shutdown, isolation, other agents, JVM options. */
package io.rowcall.it.jvm;
