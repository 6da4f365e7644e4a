/**
 * Two runs side by side. Counts decide what is better or worse, for the same load gives the same
 * counts; latencies inform.
 */
@NullMarked
package io.rowcall.cli.diff;

import org.jspecify.annotations.NullMarked;
