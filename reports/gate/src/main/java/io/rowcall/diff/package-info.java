/**
 * Compares two runs. Counts determine what is better or worse, because the same load gives the same
 * counts; latency is informative.
 */
@NullMarked
package io.rowcall.diff;

import org.jspecify.annotations.NullMarked;
