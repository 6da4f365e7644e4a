package io.rowcall.core.otlp;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.rowcall.format.Report;

/** Source of what is exported. Any thread. */
public interface OtlpSource {
  Report report();

  MetricSnapshots metrics();

  /** Called for the first of several failures. */
  void onFailure(Throwable why);
}
