/** The scenarios on Spring WebFlux. */
package io.acme.webflux;
