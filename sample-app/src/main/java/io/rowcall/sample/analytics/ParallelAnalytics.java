package io.rowcall.sample.analytics;

import io.rowcall.sample.db.Parallel;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Baseline except for its loop: reads the metrics of several configurations at the same time. */
final class ParallelAnalytics extends BaselineAnalytics {

  private final Jdbi jdbi;
  private final Parallel parallel;

  ParallelAnalytics(Jdbi jdbi, Parallel parallel, Clock clock, Evolution evolution) {
    super(jdbi, clock, evolution);
    this.jdbi = jdbi;
    this.parallel = parallel;
  }

  @Override
  List<Effect> configsWithMetrics(String userId, Range range) throws Exception {
    List<Effect> configs = jdbi.withHandle(handle -> configs(handle, userId));
    return parallel.each(
        configs, config -> jdbi.withHandle(handle -> withMetrics(handle, config, range)));
  }
}
