/** The scenarios on handlers of Jetty 12, without servlets. */
package io.acme.jetty12.handlers;
