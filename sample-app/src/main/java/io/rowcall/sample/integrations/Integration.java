package io.rowcall.sample.integrations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A connected service, with its latest sync run. */
record Integration(
    long id,
    String provider,
    String kind,
    String status,
    @Nullable String account,
    @Nullable Run latestRun) {

  /** One sync. */
  record Run(String status, int items, Instant startedAt) {}
}
