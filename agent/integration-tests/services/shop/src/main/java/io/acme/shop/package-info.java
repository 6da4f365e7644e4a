/** A shop of orders and items in plain JDBC, with the routes that services expose. */
package io.acme.shop;
