package io.acme.micronaut;

import io.acme.shop.Scenarios;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Scheduled method with 2 executions in each run. */
@Singleton
final class ScheduledQueries {
  private final Scenarios scenarios;

  ScheduledQueries(Scenarios scenarios) {
    this.scenarios = scenarios;
  }

  @Scheduled(fixedRate = "1s")
  void refresh() {
    scenarios.repeat("refresh", 2);
  }
}
