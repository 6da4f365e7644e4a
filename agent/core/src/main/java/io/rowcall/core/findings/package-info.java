/**
 * Verdicts: from one finished request to what is worth fixing in it.
 *
 * <p><b>Loader:</b> the agent's own. <b>Threads:</b> the agent's one thread, or one that holds the
 * aggregate's lock. <b>May import:</b> {@code boot}, {@code config}, {@code sql}; nothing here
 * knows how findings are kept or written.
 */
@NullMarked
package io.rowcall.core.findings;

import org.jspecify.annotations.NullMarked;
