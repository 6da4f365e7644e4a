/** Metrics and spans for an OpenTelemetry collector, when {@code otlp.endpoint} is set. */
@NullMarked
package io.rowcall.core.otlp;

import org.jspecify.annotations.NullMarked;
