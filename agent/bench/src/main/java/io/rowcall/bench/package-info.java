/**
 * Benchmarks of the agent's overhead. Each runs in forked JVMs with and without the packaged jar,
 * in the same run, next to the clock reads that are the lower bound.
 */
@NullMarked
package io.rowcall.bench;

import org.jspecify.annotations.NullMarked;
