/** One route with a name in it, in frameworks on servlets of jakarta. */
package io.acme.routes;
