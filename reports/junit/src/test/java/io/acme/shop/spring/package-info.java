/** The shop as a Spring Boot application, and its tests. */
@NullMarked
package io.acme.shop.spring;

import org.jspecify.annotations.NullMarked;
