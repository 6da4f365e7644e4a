/**
 * The shop on Undertow, Grizzly and Tomcat with jakarta.servlet, beside the ways in which a
 * response is committed, and those in which an application knows its user.
 */
package io.acme.servers;
