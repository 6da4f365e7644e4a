/** The scenarios on handlers of Undertow, without servlets. */
package io.acme.undertow;
