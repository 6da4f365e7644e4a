package io.rowcall.core.export;

import io.rowcall.core.record.TimeSeries;
import io.rowcall.format.Series;
import org.jspecify.annotations.Nullable;

/** Writes a time series. */
final class SeriesReport {
  private SeriesReport() {}

  /** Null if it is empty. */
  static @Nullable Series of(TimeSeries series) {
    if (series.size() == 0) {
      return null;
    }
    Series report = new Series();
    report.startedAt = UtcTime.iso(series.startMillis());
    report.intervalMs = series.intervalMillis();
    report.requests = series.requests();
    report.queries = series.queries();
    report.errors = series.errors();
    report.p95Ms = new double[series.size()];
    for (int i = 0; i < report.p95Ms.length; i++) {
      report.p95Ms[i] = series.p95Micros(i) / 1e3;
    }
    return report;
  }
}
