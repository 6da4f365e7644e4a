/**
 * Findings: one {@link io.rowcall.core.findings.Check} for each kind, with its detection, wording,
 * advice, and verdict, in the list {@link io.rowcall.core.findings.Checks}.
 *
 * <p>{@link io.rowcall.core.findings.Detector} runs them on a finished request. The result, a
 * {@link io.rowcall.core.findings.Detection} each, is accumulated per endpoint in {@link
 * io.rowcall.core.findings.FindingStats} and put into words as {@link
 * io.rowcall.core.findings.FindingText}.
 *
 * <p><b>Loader:</b> the agent's own. <b>Threads:</b> the agent's one thread, or one that holds the
 * aggregate's lock. <b>May import:</b> {@code boot}, {@code callsite}, {@code config}, {@code sql};
 * recording and reports are unknown here.
 */
@NullMarked
package io.rowcall.core.findings;

import org.jspecify.annotations.NullMarked;
