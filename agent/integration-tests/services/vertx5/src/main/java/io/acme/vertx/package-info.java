/** The scenarios on Vert.x Web. */
package io.acme.vertx;
