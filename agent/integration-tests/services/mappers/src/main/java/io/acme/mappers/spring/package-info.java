/** The library with Spring Data JDBC. */
package io.acme.mappers.spring;
