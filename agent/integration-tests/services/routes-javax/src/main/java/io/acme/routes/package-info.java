/** One route with a name in it, in frameworks on servlets of javax. */
package io.acme.routes;
