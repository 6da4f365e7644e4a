package io.rowcall.merge;

import io.rowcall.format.Call;
import io.rowcall.format.read.ReportException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.TreeSet;

/** Merges one outgoing call of all reports. */
final class CallMerger {
  static final Comparator<Call> ORDER =
      Comparator.comparingDouble((Call c) -> c.millis).reversed().thenComparing(c -> c.id);

  /** As many as an agent lists; the first in alphabetical order. */
  private static final int MAX_ENDPOINTS = 50;

  private static final int BYTES = 700;

  private final Call sum = new Call();
  private final UnknownFields unknown = new UnknownFields();
  private final LatencyMerger latency = new LatencyMerger();
  private final TreeSet<String> endpoints = new TreeSet<>();

  CallMerger(String id, MemoryBudget memory) throws ReportException {
    sum.id = id;
    memory.reserve(BYTES + MemoryBudget.sizeOf(id));
  }

  synchronized void add(Call call, EncodedHistogram decoder, MemoryBudget memory)
      throws ReportException {
    unknown.add(call, memory);
    mergeText(call, memory);
    latency.add(call.latencyMillis, decoder, memory);
    sum.calls = OrderFreeSums.add(sum.calls, call.calls);
    sum.errors = OrderFreeSums.add(sum.errors, call.errors);
    sum.millis = OrderFreeSums.addMillis(sum.millis, call.millis);
    for (String endpoint : call.endpoints) {
      if (endpoints.add(endpoint)) {
        memory.reserve(MemoryBudget.sizeOf(endpoint));
        if (endpoints.size() > MAX_ENDPOINTS) {
          memory.reserve(-MemoryBudget.sizeOf(endpoints.last()));
          endpoints.remove(endpoints.last());
        }
      }
    }
  }

  /** An id has one template. If files disagree, the last in alphabetical order wins. */
  private void mergeText(Call call, MemoryBudget memory) throws ReportException {
    int order = call.template.compareTo(sum.template);
    order = order != 0 ? order : call.kind.compareTo(sum.kind);
    if (order > 0) {
      memory.reserve(Math.max(0, call.template.length() - sum.template.length()));
      sum.template = call.template;
      sum.kind = call.kind;
    }
  }

  Call merged() {
    sum.latencyMillis = latency.merged();
    sum.endpoints = new ArrayList<>(endpoints);
    unknown.copyTo(sum);
    return sum;
  }
}
