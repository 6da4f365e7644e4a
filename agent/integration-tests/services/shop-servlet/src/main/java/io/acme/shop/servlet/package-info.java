/**
 * The shop as servlets: one source, compiled for jakarta.servlet and, translated, for
 * javax.servlet.
 */
package io.acme.shop.servlet;
