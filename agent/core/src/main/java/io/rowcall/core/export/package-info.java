/**
 * What leaves the JVM: the report, the logs, and the lines on stderr.
 *
 * <p><b>Loader:</b> the agent's own. <b>Threads:</b> the agent's one thread and the shutdown hook;
 * what other threads bring is queued. <b>May import:</b> {@code record}, {@code detect}, {@code
 * config}, {@code sql}, the report format, Jackson, SLF4J. Nothing here is loaded before the first
 * request or statement.
 */
@NullMarked
package io.rowcall.core.export;

import org.jspecify.annotations.NullMarked;
