/**
 * Output of the agent: the report, the logs, and the lines on stderr.
 *
 * <p><b>Loader:</b> the agent's own. <b>Threads:</b> the agent's one thread and the shutdown hook;
 * input from other threads is queued. <b>May import:</b> every package of {@code core} but {@code
 * weave} and {@code start}, the report format, Jackson, SLF4J. Nothing here is loaded before the
 * first request or statement.
 */
@NullMarked
package io.rowcall.core.export;

import org.jspecify.annotations.NullMarked;
