/**
 * Recording: aggregates the requests that the hot path hands over.
 *
 * <p><b>Loader:</b> the agent's own. <b>Threads:</b> {@link io.rowcall.core.record.RecordingEngine}
 * is called by application threads. Everything else runs on the agent's thread, or on one that
 * holds the lock of {@link io.rowcall.core.record.Aggregate}. <b>May import:</b> {@code boot},
 * {@code callsite}, {@code config}, {@code findings}, {@code library}, {@code sql}, HdrHistogram.
 */
@NullMarked
package io.rowcall.core.record;

import org.jspecify.annotations.NullMarked;
