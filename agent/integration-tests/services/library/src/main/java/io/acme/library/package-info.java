/** A library of authors and books, served with any mapper. */
package io.acme.library;
