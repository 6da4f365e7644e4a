/**
 * Several reports as one.
 *
 * <p>Every rule of joining is associative, commutative and has the empty report as its neutral
 * element, so that any order and any split of the same reports gives the same bytes: counts and
 * times add up, histograms too; names are united; of texts, the one that comes first by a fixed
 * order stays. Whoever adds a rule adds it to the property test.
 */
@NullMarked
package io.rowcall.cli.merge;

import org.jspecify.annotations.NullMarked;
