/** A web application in a whole application server, whose pool and executors it uses. */
package io.acme.appservers;
