/**
 * The command line: one class per command, on top of the gate library.
 *
 * <p>Results go to stdout, diagnostics to stderr. Exit codes: 0 passed, 1 the gate failed, 2
 * invalid usage or input, 3 an internal error of Rowcall.
 */
@NullMarked
package io.rowcall.cli;

import org.jspecify.annotations.NullMarked;
