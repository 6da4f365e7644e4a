/** A web application in an application server, whose pool and executors it uses. */
package io.acme.appservers;
