/** A library of authors and books, as every mapper under test serves it. */
package io.acme.library;
