/** The library with EclipseLink. */
package io.acme.mappers.eclipselink;
