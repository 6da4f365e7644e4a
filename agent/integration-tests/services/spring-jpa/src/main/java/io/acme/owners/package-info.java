/**
 * Owners and their pets in Spring Boot and Spring Data JPA, with an association that is loaded when
 * touched.
 */
package io.acme.owners;
