/**
 * Drivers and wrappers of drivers: each execution counts once, and the application gets the results
 * and exceptions of its driver.
 *
 * <p>A new way to connect extends {@link io.rowcall.it.http.ServiceContract}.
 */
package io.rowcall.it.jdbc;
