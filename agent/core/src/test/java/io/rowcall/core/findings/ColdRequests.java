package io.rowcall.core.findings;

import java.util.List;

/** Requests of a JVM that warms up: their durations prove nothing. */
final class ColdRequests {
  private static final String OWNERS = "SELECT id FROM owner";

  private ColdRequests() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("a slow first request, and no other")
            .shows("slow-request suspect")
            .request(s -> s.select(OWNERS, 3).pause(1_200)),
        Scenario.of("a slow first request, and many fast ones")
            .request(s -> s.select(OWNERS, 3).pause(1_200))
            .requests(10, s -> s.select(OWNERS, 3).pause(5)),
        Scenario.of("a slow query in the first requests only")
            .requests(3, s -> s.taking(300).select(OWNERS, 3))
            .requests(10, s -> s.taking(1).select(OWNERS, 3)),
        Scenario.of("a slow request after a few fast ones")
            .shows("slow-request confirmed")
            .requests(10, s -> s.select(OWNERS, 3).pause(5))
            .request(s -> s.select(OWNERS, 3).pause(1_200)),
        Scenario.of("one slow request after many fast ones")
            .shows("slow-request suspect")
            .requests(40, s -> s.select(OWNERS, 3).pause(5))
            .request(s -> s.select(OWNERS, 3).pause(1_200)),
        Scenario.of("a duplicate in the first request: counts need no warm-up")
            .shows("duplicate confirmed owner")
            .request(s -> s.select(OWNERS, 3).select(OWNERS, 3)));
  }
}
