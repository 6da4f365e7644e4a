package io.rowcall.sample.integrations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Connected service with its latest sync run. */
record Integration(
    long id,
    String provider,
    String kind,
    String status,
    @Nullable String account,
    @Nullable Run latestRun) {

  /** Sync run. */
  record Run(String status, int items, Instant startedAt) {}
}
