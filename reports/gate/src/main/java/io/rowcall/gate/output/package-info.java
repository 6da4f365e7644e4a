/**
 * Renders the result of a gate for people, CI servers and code scanners.
 *
 * <p>{@link io.rowcall.gate.output.OutputFormat} lists the formats; {@link
 * io.rowcall.gate.output.OutputTarget} parses {@code --output} and writes files.
 */
@NullMarked
package io.rowcall.gate.output;

import org.jspecify.annotations.NullMarked;
