package io.rowcall.merge;

import io.rowcall.format.ExtensibleNode;
import io.rowcall.format.ReportWriter;
import io.rowcall.format.SlowQuery;
import io.rowcall.format.SlowRequest;
import io.rowcall.format.read.ReportException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * Keeps the slowest {@value #MAX_KEPT} requests or queries, and lists them in chronological order.
 */
final class Slowest<T extends ExtensibleNode> {
  private static final int MAX_KEPT = 1_000;
  private static final int BYTES = 1_000;

  private final Comparator<T> byTime;
  private final PriorityQueue<T> kept;
  private final ToIntFunction<T> textLength;

  private Slowest(
      ToDoubleFunction<T> duration, Function<T, String> timestamp, ToIntFunction<T> textLength) {
    this.textLength = textLength;
    var byText = Comparator.<T, String>comparing(ReportWriter::text);
    byTime = Comparator.comparing(timestamp).thenComparing(byText);
    kept =
        new PriorityQueue<>(
            Comparator.comparingDouble(duration).thenComparing(timestamp).thenComparing(byText));
  }

  static Slowest<SlowQuery> queries() {
    return new Slowest<>(
        query -> query.durationMillis,
        query -> query.timestamp,
        query -> query.statement.sql.length());
  }

  static Slowest<SlowRequest> requests() {
    return new Slowest<>(
        request -> request.durationMillis, request -> request.timestamp, request -> 0);
  }

  synchronized void add(T item, MemoryBudget memory) throws ReportException {
    memory.reserve(BYTES + textLength.applyAsInt(item));
    kept.add(item);
    if (kept.size() > MAX_KEPT) {
      memory.reserve(-BYTES - textLength.applyAsInt(kept.remove()));
    }
  }

  List<T> merged() {
    var list = new ArrayList<>(kept);
    list.sort(byTime);
    return list;
  }
}
