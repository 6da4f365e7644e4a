/** A library of books behind wrappers of drivers, on two databases with different quoting. */
package io.acme.wrappers;
