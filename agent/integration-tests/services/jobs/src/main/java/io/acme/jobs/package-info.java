/** A service that runs the same work in jobs of several schedulers. */
package io.acme.jobs;
