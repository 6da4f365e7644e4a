/** The shop on the JDK's own server, over any of several ways to a connection. */
package io.acme.jdk;
