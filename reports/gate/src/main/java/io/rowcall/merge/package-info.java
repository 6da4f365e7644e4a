/**
 * Merges several reports into one.
 *
 * <p>Each merge operation is associative and commutative, and the empty report is its neutral
 * element, so any order and any split of the same reports gives the same bytes. Counts, times and
 * histograms add up; names are united; of texts, a fixed order selects one. A property test covers
 * every operation; extend it along with a new one.
 */
@NullMarked
package io.rowcall.merge;

import org.jspecify.annotations.NullMarked;
