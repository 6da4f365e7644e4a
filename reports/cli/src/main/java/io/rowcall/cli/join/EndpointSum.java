package io.rowcall.cli.join;

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
final class EndpointSum {
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
  private final Unknown unknown = new Unknown();
  private final LatencySum latency = new LatencySum();
  private final ExecutionsSum executions = new ExecutionsSum();
  private final Map<String, Share> shares = new HashMap<>();
  private @Nullable MeasuredSum measured;

  private record Share(EndpointStatement sum, Unknown unknown) {}

  EndpointSum(String name, Weight weight) throws ReportException {
    sum.name = name;
    weight.add(BYTES + Weight.of(name));
  }

  synchronized void add(Endpoint one, EncodedHistogram decoder, Weight weight)
      throws ReportException {
    unknown.add(one, weight);
    latency.add(one.latencyMillis, decoder, weight);
    executions.add(one.executions, one.requests, decoder, weight);
    sum.requests = Sums.of(sum.requests, one.requests);
    sum.errors = Sums.of(sum.errors, one.errors);
    sum.lateExecutions = Sums.of(sum.lateExecutions, one.lateExecutions);
    sum.databaseMillis = Sums.ofMillis(sum.databaseMillis, one.databaseMillis);
    sum.cacheHits = Sums.of(sum.cacheHits, one.cacheHits);
    sum.cacheMisses = Sums.of(sum.cacheMisses, one.cacheMisses);
    sum.poolWaitMillis = Sums.ofMillis(sum.poolWaitMillis, one.poolWaitMillis);
    sum.heldMillis = Sums.ofMillis(sum.heldMillis, one.heldMillis);
    sum.commits = Sums.of(sum.commits, one.commits);
    sum.rollbacks = Sums.of(sum.rollbacks, one.rollbacks);
    sum.avoidableExecutions = Sums.of(sum.avoidableExecutions, one.avoidableExecutions);
    sum.avoidableMillis = Sums.ofMillis(sum.avoidableMillis, one.avoidableMillis);
    addMeasured(one.measured, decoder, weight);
    for (EndpointStatement share : one.statements) {
      add(share, weight);
    }
  }

  private void addMeasured(@Nullable Measured one, EncodedHistogram decoder, Weight weight)
      throws ReportException {
    if (one == null) {
      return;
    }
    MeasuredSum known = measured;
    if (known == null) {
      known = new MeasuredSum();
      measured = known;
      weight.add(BYTES);
    }
    known.add(one, decoder, weight);
  }

  private void add(EndpointStatement one, Weight weight) throws ReportException {
    Share known = shares.get(one.id);
    if (known == null) {
      known = new Share(new EndpointStatement(), new Unknown());
      known.sum.id = one.id;
      weight.add(BYTES_OF_A_SHARE + Weight.of(one.id));
      shares.put(one.id, known);
    }
    known.unknown.add(one, weight);
    known.sum.executions = Sums.of(known.sum.executions, one.executions);
    known.sum.perRequestMax = Math.max(known.sum.perRequestMax, one.perRequestMax);
    known.sum.millis = Sums.ofMillis(known.sum.millis, one.millis);
    known.sum.rows = Sums.of(known.sum.rows, one.rows);
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
