package io.rowcall.merge;

import io.rowcall.format.EndpointCalls;
import io.rowcall.format.Executions;
import io.rowcall.format.read.ReportException;
import org.jspecify.annotations.Nullable;

/**
 * Merges the outgoing calls of one endpoint. Requests of a report without any count as requests
 * without a call; percentiles are those of the reports that have calls.
 */
final class EndpointCallsMerger {
  private final EndpointCalls sum = new EndpointCalls();
  private final UnknownFields unknown = new UnknownFields();
  private final ExecutionsMerger perRequest = new ExecutionsMerger();
  private final SharesMerger templates = new SharesMerger();
  private boolean any;

  void add(
      @Nullable EndpointCalls part, long requests, EncodedHistogram decoder, MemoryBudget memory)
      throws ReportException {
    if (part == null) {
      perRequest.add(new Executions(), requests, decoder, memory);
      return;
    }
    any = true;
    unknown.add(part, memory);
    perRequest.add(part.perRequest, requests, decoder, memory);
    templates.add(part.templates, memory);
    sum.errors = OrderFreeSums.add(sum.errors, part.errors);
    sum.millis = OrderFreeSums.addMillis(sum.millis, part.millis);
  }

  /** The sum; null when no report has a call. */
  @Nullable EndpointCalls merged() {
    if (!any) {
      return null;
    }
    sum.perRequest = perRequest.merged();
    sum.templates = templates.merged();
    unknown.copyTo(sum);
    return sum;
  }
}
