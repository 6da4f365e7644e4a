/** Owners and their pets in Spring Boot and Spring Data JPA, with a lazily loaded association. */
package io.acme.owners;
