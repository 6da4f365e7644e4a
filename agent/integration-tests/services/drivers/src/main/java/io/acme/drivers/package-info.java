/** One loop on every driver. */
package io.acme.drivers;
