/**
 * Clients of other services, each counted once per call: {@link CallContract}, and a test for each
 * client.
 */
package io.rowcall.it.call;
