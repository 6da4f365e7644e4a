/**
 * The shop on Tomcat 9 with javax.servlet: one servlet for every path, behind a filter, with a
 * principal.
 */
package io.acme.tomcat9;
