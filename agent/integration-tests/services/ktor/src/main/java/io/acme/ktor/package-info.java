/** The scenarios on Ktor. */
package io.acme.ktor;
