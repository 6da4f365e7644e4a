package io.rowcall.core.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.request.PoolStats;
import io.rowcall.core.config.Config;
import java.io.File;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that few of the requests of an endpoint hold idle, or wait for. */
final class MachineStallTest {

  @ParameterizedTest
  @ValueSource(strings = {"connection-held", "pool-wait"})
  void isCausedByTheMachineIfMostRequestsDoNotShowIt(String key) {
    assertTrue(finding(key, 3, 40).isStall());
    assertFalse(finding(key, 4, 40).isStall());
    assertFalse(finding(key, 1, 19).isStall());
  }

  @ParameterizedTest
  @ValueSource(strings = {"connection-held", "pool-wait"})
  void isLikelyOnlyIfItIsNotRare(String key) {
    assertEquals(Verdict.SUSPECT, finding(key, 3, 40).verdict());
    assertEquals(Verdict.SUSPECT, finding(key, 2, 10).verdict());
    assertEquals(Verdict.LIKELY, finding(key, 4, 40).verdict());
    assertEquals(Verdict.LIKELY, finding(key, 3, 3).verdict());
  }

  @ParameterizedTest
  @ValueSource(strings = {"slow-request", "slow-query"})
  void doesNotExplainOtherFindingsAboutTime(String key) {
    assertFalse(finding(key, 1, 40).isStall());
  }

  private static FindingStats finding(String key, int showing, int withConnection) {
    var detection = Detection.of(check(key), PoolStats.OTHER, null);
    var requests = new Requests(1_000, withConnection);
    FindingStats finding = FindingStats.of(detection, "GET /it", requests);
    for (int i = 0; i < showing; i++) {
      finding.add(detection, 1_000_000, false);
    }
    return finding;
  }

  private static RequestCheck check(String key) {
    var config =
        Config.read("config=none.properties", new Properties(), Map.of(), new File("/nowhere"));
    for (RequestCheck check : new Checks(config).requestChecks()) {
      if (check.key().equals(key)) {
        return check;
      }
    }
    throw new AssertionError("no check " + key);
  }

  private record Requests(long warmRequests, long warmRequestsWithConnection)
      implements EndpointRequests {
    @Override
    public long requests() {
      return warmRequests;
    }
  }
}
