/**
 * What the agent costs, measured: each benchmark runs in forked JVMs with and without the packaged
 * jar, in the same run, beside the clock reads that are its floor.
 */
@NullMarked
package io.rowcall.bench;

import org.jspecify.annotations.NullMarked;
