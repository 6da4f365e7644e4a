package io.rowcall.core.findings;

import java.util.List;

/** What a JVM takes long for that has just started says nothing of the code. */
final class ColdRequests {
  private static final String OWNERS = "SELECT id FROM owner";

  private ColdRequests() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("a slow first request, and nothing to compare it with")
            .shows("slow-request suspect")
            .request(s -> s.select(OWNERS, 3).pause(1_200)),
        Scenario.of("a slow first request, and many that are fast")
            .request(s -> s.select(OWNERS, 3).pause(1_200))
            .requests(10, s -> s.select(OWNERS, 3).pause(5)),
        Scenario.of("a slow query in the first requests only")
            .requests(3, s -> s.taking(300).select(OWNERS, 3))
            .requests(10, s -> s.taking(1).select(OWNERS, 3)),
        Scenario.of("a slow request after many that are fast")
            .shows("slow-request confirmed")
            .requests(10, s -> s.select(OWNERS, 3).pause(5))
            .request(s -> s.select(OWNERS, 3).pause(1_200)),
        Scenario.of("a slow request once among many that are fast")
            .shows("slow-request suspect")
            .requests(40, s -> s.select(OWNERS, 3).pause(5))
            .request(s -> s.select(OWNERS, 3).pause(1_200)),
        Scenario.of("what is counted is found in the first request")
            .shows("duplicate confirmed owner")
            .request(s -> s.select(OWNERS, 3).select(OWNERS, 3)));
  }
}
