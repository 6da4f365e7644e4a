/**
 * Instrumentations of units of work that are no HTTP request: runs of schedulers, handled messages,
 * chunks of a batch, and the methods that the configuration names.
 */
@NullMarked
package io.rowcall.core.weave.job;

import org.jspecify.annotations.NullMarked;
