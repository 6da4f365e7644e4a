/** The scenarios on Quarkus REST. */
package io.acme.quarkus;
