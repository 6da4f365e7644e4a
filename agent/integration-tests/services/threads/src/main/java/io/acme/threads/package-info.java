/** A service whose requests do their work on every kind of thread that Java has. */
package io.acme.threads;
