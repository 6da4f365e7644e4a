package io.rowcall.source;

/**
 * A line of a file in the checkout.
 *
 * @param path relative to the root of the checkout, with {@code /}
 * @param line from 1; 0 if unknown
 */
public record Location(String path, int line) {}
