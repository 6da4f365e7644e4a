package io.rowcall.merge;

import io.rowcall.format.Series;
import io.rowcall.format.read.ReportException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Merges series by time, at the shortest interval that covers all of them in {@value
 * Series#MAX_POINTS} points. Counts add up; a percentile is the largest of its point.
 */
final class SeriesMerger {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final long MAX_INTERVAL = Series.FIRST_INTERVAL_MILLIS << 40;
  private static final int BYTES = Series.MAX_POINTS * 120;

  private final UnknownFields unknown = new UnknownFields();

  /** Points by their start. */
  private TreeMap<Long, Point> points = new TreeMap<>();

  private long interval = Series.FIRST_INTERVAL_MILLIS;

  private static final class Point {
    long requests;
    long queries;
    long errors;
    double p95;

    void add(Point other) {
      requests = OrderFreeSums.add(requests, other.requests);
      queries = OrderFreeSums.add(queries, other.queries);
      errors = OrderFreeSums.add(errors, other.errors);
      p95 = Math.max(p95, other.p95);
    }
  }

  /** The merger, created for the first series. */
  static @Nullable SeriesMerger add(
      @Nullable SeriesMerger merger, @Nullable Series series, MemoryBudget memory)
      throws ReportException {
    if (series == null) {
      return merger;
    }
    SeriesMerger result = merger;
    if (result == null) {
      result = new SeriesMerger();
      memory.reserve(BYTES);
    }
    result.add(series, memory);
    return result;
  }

  private void add(Series series, MemoryBudget memory) throws ReportException {
    unknown.add(series, memory);
    long start = start(series);
    if (series.intervalMs > interval) {
      widen(series.intervalMs);
    }
    for (int i = 0; i < series.requests.length; i++) {
      var point = new Point();
      point.requests = series.requests[i];
      point.queries = series.queries[i];
      point.errors = series.errors[i];
      point.p95 = series.p95Ms[i];
      add(start + i * series.intervalMs, point);
    }
    while (!points.isEmpty()
        && (points.lastKey() - points.firstKey()) / interval >= Series.MAX_POINTS) {
      widen(interval * 2);
    }
  }

  private void add(long time, Point point) {
    if (point.requests != 0 || point.queries != 0 || point.errors != 0) {
      long start = Math.floorDiv(time, interval) * interval;
      points.computeIfAbsent(start, key -> new Point()).add(point);
    }
  }

  private void widen(long newInterval) {
    interval = newInterval;
    TreeMap<Long, Point> finer = points;
    points = new TreeMap<>();
    finer.forEach(this::add);
  }

  private static long start(Series series) throws ReportException {
    long millis = series.intervalMs;
    int size = series.requests.length;
    boolean sizes =
        size <= Series.MAX_POINTS
            && series.queries.length == size
            && series.errors.length == size
            && series.p95Ms.length == size;
    if (!sizes) {
      throw new ReportException(
          "a series with lists of the same length, at most "
              + Series.MAX_POINTS
              + ", found others");
    }
    boolean grid =
        millis >= Series.FIRST_INTERVAL_MILLIS
            && millis <= MAX_INTERVAL
            && millis % Series.FIRST_INTERVAL_MILLIS == 0
            && Long.bitCount(millis / Series.FIRST_INTERVAL_MILLIS) == 1;
    try {
      long start = Instant.parse(series.startedAt).toEpochMilli();
      if (grid && Math.floorMod(start, millis) == 0) {
        return start;
      }
    } catch (DateTimeException | ArithmeticException invalid) {
      throw new ReportException("a series that starts at a time, found none", invalid);
    }
    throw new ReportException(
        "a series in seconds times a power of two that starts at a multiple of them, found "
            + millis
            + " ms");
  }

  Series merged() {
    var series = new Series();
    series.intervalMs = interval;
    long start = points.isEmpty() ? 0 : points.firstKey();
    int size = points.isEmpty() ? 0 : (int) ((points.lastKey() - start) / interval) + 1;
    series.startedAt = MILLIS.format(Instant.ofEpochMilli(start));
    series.requests = new long[size];
    series.queries = new long[size];
    series.errors = new long[size];
    series.p95Ms = new double[size];
    points.forEach(
        (time, point) -> {
          int i = (int) ((time - start) / interval);
          series.requests[i] = point.requests;
          series.queries[i] = point.queries;
          series.errors[i] = point.errors;
          series.p95Ms[i] = point.p95;
        });
    unknown.copyTo(series);
    return series;
  }
}
