/**
 * The gate: evaluates a run against a budget, and creates and tightens budgets.
 *
 * <p>{@link io.rowcall.gate.Gate} is the entry point for command line and build tools. A {@link
 * io.rowcall.gate.Budget} is a parsed budget file; {@link io.rowcall.gate.Ratchet} writes them.
 */
@NullMarked
package io.rowcall.gate;

import org.jspecify.annotations.NullMarked;
