/** The shop on Jetty 12 with jakarta.servlet: one servlet for every path, behind a filter. */
package io.acme.jetty12;
