/**
 * HTTP servers and servlet containers: counts, headers, async requests, and unchanged responses.
 *
 * <p>A new server extends {@link io.rowcall.it.http.ServiceContract}, a servlet container {@link
 * io.rowcall.it.http.ServletContract}.
 */
package io.rowcall.it.http;
