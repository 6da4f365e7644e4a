/** A library of books behind wrappers of drivers, on two databases that read quotes differently. */
package io.acme.wrappers;
