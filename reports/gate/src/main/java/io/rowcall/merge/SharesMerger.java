package io.rowcall.merge;

import io.rowcall.format.EndpointStatement;
import io.rowcall.format.read.ReportException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Merges the statements, or the outgoing calls, of one endpoint. */
final class SharesMerger {
  private static final Comparator<EndpointStatement> ORDER =
      Comparator.comparingLong((EndpointStatement s) -> s.executions)
          .reversed()
          .thenComparing(s -> s.id);
  private static final int BYTES = 150;

  private final Map<String, Share> shares = new HashMap<>();

  private record Share(EndpointStatement sum, UnknownFields unknown) {}

  void add(List<EndpointStatement> parts, MemoryBudget memory) throws ReportException {
    for (EndpointStatement part : parts) {
      add(part, memory);
    }
  }

  private void add(EndpointStatement part, MemoryBudget memory) throws ReportException {
    Share merged = shares.get(part.id);
    if (merged == null) {
      merged = new Share(new EndpointStatement(), new UnknownFields());
      merged.sum.id = part.id;
      memory.reserve(BYTES + MemoryBudget.sizeOf(part.id));
      shares.put(part.id, merged);
    }
    merged.unknown.add(part, memory);
    merged.sum.executions = OrderFreeSums.add(merged.sum.executions, part.executions);
    merged.sum.perRequestMax = Math.max(merged.sum.perRequestMax, part.perRequestMax);
    merged.sum.millis = OrderFreeSums.addMillis(merged.sum.millis, part.millis);
    merged.sum.rows = OrderFreeSums.add(merged.sum.rows, part.rows);
  }

  List<EndpointStatement> merged() {
    List<EndpointStatement> merged = new ArrayList<>(shares.size());
    for (Share share : shares.values()) {
      share.unknown.copyTo(share.sum);
      merged.add(share.sum);
    }
    merged.sort(ORDER);
    return merged;
  }
}
