package io.rowcall.core.record;

import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.callsite.CallSite;
import io.rowcall.core.findings.request.StatementGroup;
import io.rowcall.core.findings.request.StatementGroups;
import java.util.HashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Outgoing calls of the requests of one endpoint. */
public final class EndpointCalls {
  private static final int TEMPLATES = 64;

  /** Calls per request; exact below 256, to 1 % above. */
  public final Histogram perRequest = new Histogram(2);

  private final HistogramSummary.Cache summary = new HistogramSummary.Cache(perRequest);

  public final Map<SqlStatement, EndpointStats.Share> templates =
      new HashMap<SqlStatement, EndpointStats.Share>();
  public long requests;
  public long min = Long.MAX_VALUE;
  public long max;
  public long total;
  public long nanos;
  public long errors;

  /**
   * @param requestsBefore requests of the endpoint that made no call
   */
  EndpointCalls(long requestsBefore) {
    perRequest.setAutoResize(true);
    if (requestsBefore > 0) {
      perRequest.recordValueWithCount(0, requestsBefore);
      requests = requestsBefore;
      min = 0;
    }
  }

  /** Percentiles and encoding of {@link #perRequest}. */
  public HistogramSummary summary() {
    return summary.get();
  }

  void add(Request request, StatementGroups groups) {
    long count = request.log.calls();
    perRequest.recordValue(count);
    requests++;
    total += count;
    nanos += request.log.callNanos();
    min = Math.min(min, count);
    max = Math.max(max, count);
    for (int i = 0; i < groups.calls(); i++) {
      add(groups.call(i));
    }
  }

  private void add(StatementGroup call) {
    errors += call.errors();
    EndpointStats.Share share = share(call.statement());
    share.executions += call.executions();
    share.perRequestMax = Math.max(share.perRequestMax, call.executions());
    share.nanos += call.nanos();
    if (call.callSite() != null) {
      share.callSite = (CallSite) call.callSite();
    }
  }

  private EndpointStats.Share share(SqlStatement call) {
    EndpointStats.Share share = templates.get(call);
    if (share == null) {
      SqlStatement counted = templates.size() < TEMPLATES ? call : SqlStatement.OTHER_CALL;
      share = templates.get(counted);
      if (share == null) {
        share = new EndpointStats.Share();
        templates.put(counted, share);
      }
    }
    return share;
  }

  void addAll(EndpointCalls other) {
    perRequest.add(other.perRequest);
    requests += other.requests;
    min = Math.min(min, other.min);
    max = Math.max(max, other.max);
    total += other.total;
    nanos += other.nanos;
    errors += other.errors;
    for (Map.Entry<SqlStatement, EndpointStats.Share> entry : other.templates.entrySet()) {
      EndpointStats.Share share = share(entry.getKey());
      share.executions += entry.getValue().executions;
      share.perRequestMax = Math.max(share.perRequestMax, entry.getValue().perRequestMax);
      share.nanos += entry.getValue().nanos;
    }
  }
}
