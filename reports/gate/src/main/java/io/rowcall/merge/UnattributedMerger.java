package io.rowcall.merge;

import io.rowcall.format.CallSite;
import io.rowcall.format.ReportWriter;
import io.rowcall.format.Unattributed;
import io.rowcall.format.read.ReportException;
import org.jspecify.annotations.Nullable;

/**
 * Merges the executions of a statement outside of requests. Where reports name different places,
 * that with the longer text wins, then the last in alphabetical order.
 */
final class UnattributedMerger {
  private final UnknownFields unknown = new UnknownFields();
  private @Nullable Unattributed sum;
  private String text = "";

  void add(@Nullable Unattributed part, MemoryBudget memory) throws ReportException {
    if (part == null) {
      return;
    }
    Unattributed merged = sum;
    if (merged == null) {
      merged = new Unattributed();
      sum = merged;
    }
    unknown.add(part, memory);
    merged.executions = OrderFreeSums.add(merged.executions, part.executions);
    String place = textOf(part);
    int order = Integer.compare(place.length(), text.length());
    if (order > 0 || (order == 0 && place.compareTo(text) > 0)) {
      memory.reserve(2L * (place.length() - text.length()));
      text = place;
      merged.thread = part.thread;
      merged.callSite = part.callSite;
    }
  }

  private static String textOf(Unattributed part) throws ReportException {
    CallSite site = part.callSite;
    return (site == null ? "" : ReportWriter.text(site)) + (part.thread == null ? "" : part.thread);
  }

  @Nullable Unattributed merged() {
    if (sum != null) {
      unknown.copyTo(sum);
    }
    return sum;
  }
}
