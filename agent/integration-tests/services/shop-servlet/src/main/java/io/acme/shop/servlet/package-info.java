/**
 * The shop as a servlet; one source for jakarta.servlet and, with replaced imports, javax.servlet.
 */
package io.acme.shop.servlet;
