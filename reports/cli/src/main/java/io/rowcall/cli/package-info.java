/**
 * The command line: reads reports, shows them, and holds them to a budget.
 *
 * <p>Results go to stdout, diagnostics to stderr. Exit codes: 0 passed, 1 the gate failed, 2 bad
 * usage or input, 3 a fault of Rowcall itself.
 */
@NullMarked
package io.rowcall.cli;

import org.jspecify.annotations.NullMarked;
