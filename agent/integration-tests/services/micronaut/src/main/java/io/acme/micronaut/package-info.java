/** The scenarios on Micronaut. */
package io.acme.micronaut;
