/**
 * The shop on Tomcat, behind a filter, with a valve that sets the principal; one source for Tomcat
 * 11 and, with replaced imports, Tomcat 9.
 */
package io.acme.tomcat;
