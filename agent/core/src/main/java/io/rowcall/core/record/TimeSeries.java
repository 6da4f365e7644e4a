package io.rowcall.core.record;

import io.rowcall.boot.request.ExecutionLog;
import io.rowcall.boot.request.Request;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Requests and queries over time, in at most {@value #MAX_POINTS} points of equal length. When they
 * are used up, pairs of points become one of twice the length. Sums stay exact.
 *
 * <p>Starts and lengths are such that points of any two series nest: the length is a second times a
 * power of two, and the start a multiple of it since 1970. Not thread-safe.
 */
public final class TimeSeries {
  public static final int MAX_POINTS = 60;

  /** Wall-clock time of {@link System#nanoTime()} 0. Points do not move when the clock is set. */
  private static final long EPOCH_NANOS =
      System.currentTimeMillis() * 1_000_000 - System.nanoTime();

  private static final int FIRST_CAPACITY = 4;

  private long intervalMillis = 1_000;
  private long startMillis;
  private int size;
  private long[] requests = new long[FIRST_CAPACITY];
  private long[] queries = new long[FIRST_CAPACITY];
  private long[] errors = new long[FIRST_CAPACITY];
  private @Nullable LatencyBuckets[] durations = new @Nullable LatencyBuckets[FIRST_CAPACITY];

  /** Adds a finished request at the time of its end. */
  void add(Request request, long executions, long nanos) {
    add(millis(request.endNanos), executions, request.failed, nanos);
  }

  void add(long atMillis, long executions, boolean failed, long nanos) {
    int point = pointAt(atMillis);
    requests[point]++;
    queries[point] += executions;
    errors[point] += failed ? 1 : 0;
    durationsOf(point).add(nanos);
  }

  /** Adds executions that belong to no request, at the time of the last one. */
  void addQueries(Request work, long executions) {
    ExecutionLog log = work.log;
    if (executions > 0) {
      int last = log.size() - 1;
      long nanos = last < 0 ? System.nanoTime() : log.startNanos(last) + log.elapsedNanos(last);
      addQueries(millis(nanos), executions);
    }
  }

  void addQueries(long atMillis, long executions) {
    int point = pointAt(atMillis); // First: it may replace the arrays.
    queries[point] += executions;
  }

  /** Adds all points of another series. */
  void addAll(TimeSeries other) {
    while (intervalMillis < other.intervalMillis) {
      halve();
    }
    for (int i = 0; i < other.size; i++) {
      LatencyBuckets added = other.durations[i];
      if (added != null || other.queries[i] > 0) {
        int point = pointAt(other.startMillis + i * other.intervalMillis);
        requests[point] += other.requests[i];
        queries[point] += other.queries[i];
        errors[point] += other.errors[i];
        if (added != null) {
          durationsOf(point).addAll(added);
        }
      }
    }
  }

  private static long millis(long nanoTime) {
    return (nanoTime + EPOCH_NANOS) / 1_000_000;
  }

  private LatencyBuckets durationsOf(int point) {
    LatencyBuckets known = durations[point];
    if (known == null) {
      known = new LatencyBuckets();
      durations[point] = known;
    }
    return known;
  }

  private int pointAt(long millis) {
    if (size == 0) {
      startMillis = aligned(millis);
    }
    while (!covers(millis)) {
      halve();
    }
    long start = Math.min(startMillis, aligned(millis));
    if (start < startMillis) {
      moveRight((int) ((startMillis - start) / intervalMillis));
      startMillis = start;
    }
    int point = (int) ((millis - startMillis) / intervalMillis);
    if (point >= size) {
      size = point + 1;
      ensureCapacity();
    }
    return point;
  }

  private long aligned(long millis) {
    return Math.floorDiv(millis, intervalMillis) * intervalMillis;
  }

  /** Whether all points and this time fit into the maximum number of points. */
  private boolean covers(long millis) {
    long end = Math.max(startMillis + size * intervalMillis, aligned(millis) + intervalMillis);
    return (end - Math.min(startMillis, aligned(millis))) / intervalMillis <= MAX_POINTS;
  }

  private void ensureCapacity() {
    if (size > requests.length) {
      int capacity = Math.min(MAX_POINTS, Math.max(size, requests.length * 2));
      requests = Arrays.copyOf(requests, capacity);
      queries = Arrays.copyOf(queries, capacity);
      errors = Arrays.copyOf(errors, capacity);
      durations = Arrays.copyOf(durations, capacity);
    }
  }

  private void moveRight(int distance) {
    int moved = size;
    size += distance;
    ensureCapacity();
    System.arraycopy(requests, 0, requests, distance, moved);
    System.arraycopy(queries, 0, queries, distance, moved);
    System.arraycopy(errors, 0, errors, distance, moved);
    System.arraycopy(durations, 0, durations, distance, moved);
    Arrays.fill(requests, 0, Math.min(distance, moved), 0);
    Arrays.fill(queries, 0, Math.min(distance, moved), 0);
    Arrays.fill(errors, 0, Math.min(distance, moved), 0);
    Arrays.fill(durations, 0, Math.min(distance, moved), null);
  }

  /** Doubles the interval and halves the number of points. */
  private void halve() {
    long finer = intervalMillis;
    intervalMillis *= 2;
    long start = aligned(startMillis);
    int offset = (int) ((startMillis - start) / finer);
    int end = size == 0 ? 0 : (size - 1 + offset) / 2 + 1;
    for (int i = 0; i < size; i++) {
      int point = (i + offset) / 2;
      if (point != i) { // Lower, and moved away itself, or the first of its pair.
        move(i, point);
      }
    }
    startMillis = start;
    size = end;
  }

  private void move(int from, int to) {
    requests[to] += requests[from];
    queries[to] += queries[from];
    errors[to] += errors[from];
    LatencyBuckets moved = durations[from];
    if (moved != null) {
      durationsOf(to).addAll(moved);
    }
    requests[from] = 0;
    queries[from] = 0;
    errors[from] = 0;
    durations[from] = null;
  }

  // ---- Reading ----

  public int size() {
    return size;
  }

  /** Start of the first point, in milliseconds since 1970. */
  public long startMillis() {
    return startMillis;
  }

  public long intervalMillis() {
    return intervalMillis;
  }

  public long[] requests() {
    return Arrays.copyOf(requests, size);
  }

  public long[] queries() {
    return Arrays.copyOf(queries, size);
  }

  public long[] errors() {
    return Arrays.copyOf(errors, size);
  }

  /** The 95th percentile of a point's durations; 0 without a request. */
  public long p95Micros(int point) {
    LatencyBuckets known = durations[point];
    return known == null ? 0 : known.percentile(0.95);
  }
}
