/**
 * The gate: holds a run to a budget, writes budgets, and renders verdicts for people and machines.
 *
 * <p>{@link io.rowcall.cli.gate.Gate} is its entry, for the command line and for build tools alike.
 */
@NullMarked
package io.rowcall.cli.gate;

import org.jspecify.annotations.NullMarked;
