/**
 * The shop on Tomcat 11 with jakarta.servlet: one servlet for every path, with a principal, and no
 * filter.
 */
package io.acme.tomcat11;
