/** The library with Hibernate. Mapped by XML, so that one source fits javax and jakarta. */
package io.acme.hibernate;
