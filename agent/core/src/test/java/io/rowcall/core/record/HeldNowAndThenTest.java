package io.rowcall.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.request.PoolStats;
import io.rowcall.core.findings.Detection;
import io.rowcall.core.findings.FindingClass;
import io.rowcall.core.findings.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A connection that is kept, or waited for, in few of the requests that take one. */
final class HeldNowAndThenTest {

  @ParameterizedTest
  @EnumSource(names = {"CONNECTION_HELD", "POOL_WAIT"})
  void isTheMachinesDoingWhereMostRequestsDoWithout(FindingClass type) {
    assertTrue(finding(type, 3, 40).isOfTheMachine());
    assertFalse(finding(type, 4, 40).isOfTheMachine());
    assertFalse(finding(type, 1, 19).isOfTheMachine());
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECTION_HELD", "POOL_WAIT"})
  void isLikelyOnlyWhereItIsNotRare(FindingClass type) {
    assertEquals(Verdict.SUSPECT, finding(type, 3, 40).verdict());
    assertEquals(Verdict.SUSPECT, finding(type, 2, 10).verdict());
    assertEquals(Verdict.LIKELY, finding(type, 4, 40).verdict());
    assertEquals(Verdict.LIKELY, finding(type, 3, 3).verdict());
  }

  @ParameterizedTest
  @EnumSource(names = {"SLOW_REQUEST", "SLOW_QUERY"})
  void isStillSlow(FindingClass type) {
    assertFalse(finding(type, 1, 40).isOfTheMachine());
  }

  private static FindingStats finding(FindingClass type, int showing, int holders) {
    var endpoint = new EndpointStats("GET /it", false, false);
    endpoint.warmRequests = 1_000;
    endpoint.warmHolders = holders;
    var found = new Detection(type, PoolStats.OTHER, null);
    var finding = new FindingStats(found, endpoint);
    for (int i = 0; i < showing; i++) {
      finding.add(found, 1_000_000, false);
    }
    return finding;
  }
}
