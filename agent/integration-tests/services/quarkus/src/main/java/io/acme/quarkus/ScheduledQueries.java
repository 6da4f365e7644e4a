package io.acme.quarkus;

import io.acme.shop.Scenarios;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;

/** Scheduled methods, on a worker and on an event loop: 2 executions in each run. */
@ApplicationScoped
public class ScheduledQueries {
  private final Scenarios scenarios;

  ScheduledQueries(Scenarios scenarios) {
    this.scenarios = scenarios;
  }

  @Scheduled(every = "1s")
  void refresh() {
    scenarios.repeat("refresh", 2);
  }

  @Scheduled(every = "1s")
  @NonBlocking
  void refreshOnEventLoop() {
    scenarios.repeat("refresh", 2);
  }
}
