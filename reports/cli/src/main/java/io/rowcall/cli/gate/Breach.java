package io.rowcall.cli.gate;

/**
 * One thing that a gate has to say.
 *
 * @param about the endpoint, or the run
 * @param text measured and allowed, the statement, the line, and what to do
 */
public record Breach(Level level, String about, String text) {}
