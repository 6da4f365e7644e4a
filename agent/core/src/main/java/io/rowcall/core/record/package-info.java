/**
 * Recording: what the hot path hands over becomes figures.
 *
 * <p><b>Loader:</b> the agent's own. <b>Threads:</b> {@link io.rowcall.core.record.RecordingEngine}
 * is called by the application's; everything else runs on the agent's one thread, or on one that
 * holds the {@link io.rowcall.core.record.Aggregate}'s lock. <b>May import:</b> {@code boot},
 * {@code callsite}, {@code config}, {@code findings}, {@code sql}, HdrHistogram.
 */
@NullMarked
package io.rowcall.core.record;

import org.jspecify.annotations.NullMarked;
