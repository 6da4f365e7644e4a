package io.rowcall.cli.gate;

/**
 * A line of a file in the checkout.
 *
 * @param path relative to the checkout's root, with {@code /}
 * @param line from 1; 0 when unknown
 */
public record Location(String path, int line) {}
