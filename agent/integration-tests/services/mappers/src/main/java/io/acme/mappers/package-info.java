/** The library with several mappers, chosen by {@code -Dlibrary.mapper}. */
package io.acme.mappers;
