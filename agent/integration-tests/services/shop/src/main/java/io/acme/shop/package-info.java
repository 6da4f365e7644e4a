/**
 * A shop of orders and items, in plain JDBC, and the routes that every test service exposes over
 * it.
 */
package io.acme.shop;
