package io.rowcall.cli.merge;

import io.rowcall.format.Endpoint;
import io.rowcall.format.EndpointStatement;
import io.rowcall.format.Measured;
import io.rowcall.format.ReportException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One endpoint of all reports. */
final class EndpointMerger {
  static final Comparator<Endpoint> ORDER =
      Comparator.comparingLong((Endpoint e) -> e.executions.total)
          .reversed()
          .thenComparing(e -> e.name);

  private static final Comparator<EndpointStatement> ORDER_OF_SHARES =
      Comparator.comparingLong((EndpointStatement s) -> s.executions)
          .reversed()
          .thenComparing(s -> s.id);
  private static final int BYTES = 1_200;
  private static final int BYTES_OF_A_SHARE = 150;

  private final Endpoint sum = new Endpoint();
  private final UnknownFields unknown = new UnknownFields();
  private final LatencyMerger latency = new LatencyMerger();
  private final ExecutionsMerger executions = new ExecutionsMerger();
  private final Map<String, Share> shares = new HashMap<>();
  private @Nullable MeasuredMerger measured;

  private record Share(EndpointStatement sum, UnknownFields unknown) {}

  EndpointMerger(String name, MemoryBudget weight) throws ReportException {
    sum.name = name;
    weight.add(BYTES + MemoryBudget.of(name));
  }

  synchronized void add(Endpoint one, EncodedHistogram decoder, MemoryBudget weight)
      throws ReportException {
    unknown.add(one, weight);
    latency.add(one.latencyMillis, decoder, weight);
    executions.add(one.executions, one.requests, decoder, weight);
    sum.requests = OrderFreeSums.of(sum.requests, one.requests);
    sum.errors = OrderFreeSums.of(sum.errors, one.errors);
    sum.lateExecutions = OrderFreeSums.of(sum.lateExecutions, one.lateExecutions);
    sum.databaseMillis = OrderFreeSums.ofMillis(sum.databaseMillis, one.databaseMillis);
    sum.cacheHits = OrderFreeSums.of(sum.cacheHits, one.cacheHits);
    sum.cacheMisses = OrderFreeSums.of(sum.cacheMisses, one.cacheMisses);
    sum.poolWaitMillis = OrderFreeSums.ofMillis(sum.poolWaitMillis, one.poolWaitMillis);
    sum.heldMillis = OrderFreeSums.ofMillis(sum.heldMillis, one.heldMillis);
    sum.commits = OrderFreeSums.of(sum.commits, one.commits);
    sum.rollbacks = OrderFreeSums.of(sum.rollbacks, one.rollbacks);
    sum.avoidableExecutions = OrderFreeSums.of(sum.avoidableExecutions, one.avoidableExecutions);
    sum.avoidableMillis = OrderFreeSums.ofMillis(sum.avoidableMillis, one.avoidableMillis);
    addMeasured(one.measured, decoder, weight);
    for (EndpointStatement share : one.statements) {
      add(share, weight);
    }
  }

  private void addMeasured(@Nullable Measured one, EncodedHistogram decoder, MemoryBudget weight)
      throws ReportException {
    if (one == null) {
      return;
    }
    MeasuredMerger known = measured;
    if (known == null) {
      known = new MeasuredMerger();
      measured = known;
      weight.add(BYTES);
    }
    known.add(one, decoder, weight);
  }

  private void add(EndpointStatement one, MemoryBudget weight) throws ReportException {
    Share known = shares.get(one.id);
    if (known == null) {
      known = new Share(new EndpointStatement(), new UnknownFields());
      known.sum.id = one.id;
      weight.add(BYTES_OF_A_SHARE + MemoryBudget.of(one.id));
      shares.put(one.id, known);
    }
    known.unknown.add(one, weight);
    known.sum.executions = OrderFreeSums.of(known.sum.executions, one.executions);
    known.sum.perRequestMax = Math.max(known.sum.perRequestMax, one.perRequestMax);
    known.sum.millis = OrderFreeSums.ofMillis(known.sum.millis, one.millis);
    known.sum.rows = OrderFreeSums.of(known.sum.rows, one.rows);
  }

  Endpoint endpoint() {
    sum.latencyMillis = latency.latency();
    sum.executions = executions.executions();
    double millis = sum.latencyMillis.mean * sum.requests;
    sum.potentialPercent = millis <= 0 ? 0 : Math.min(100, 100 * sum.avoidableMillis / millis);
    sum.measured = measured == null ? null : measured.measured();
    sum.statements = new ArrayList<>(shares.size());
    for (Share share : shares.values()) {
      share.unknown.giveTo(share.sum);
      sum.statements.add(share.sum);
    }
    sum.statements.sort(ORDER_OF_SHARES);
    unknown.giveTo(sum);
    return sum;
  }
}
