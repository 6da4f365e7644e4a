/**
 * Metrics in Prometheus' formats, written by its client library. Loaded when they are asked for.
 */
@NullMarked
package io.rowcall.core.metrics;

import org.jspecify.annotations.NullMarked;
