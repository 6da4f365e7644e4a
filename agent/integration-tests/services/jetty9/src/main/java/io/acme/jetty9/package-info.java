/** The shop on Jetty 9 with javax.servlet: a servlet per route, and no filter. */
package io.acme.jetty9;
