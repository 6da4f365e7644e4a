package io.rowcall.boot.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CallSiteDemandTest {
  private final SqlStatement select = new SqlStatement(5, 7, "SELECT 1 FROM a", null);
  private final SqlStatement update = new SqlStatement(900, 8, "UPDATE a SET b = 1", null);
  private final CallSiteDemand demand = new CallSiteDemand();

  @AfterEach
  void clear() {
    CallSiteDemands.clear();
  }

  @Test
  void isClaimedAsOftenAsItWasRequested() {
    assertFalse(demand.claim(select));
    assertTrue(demand.request(select));
    assertTrue(demand.request(update));
    assertFalse(demand.request(select), "pending already");

    for (int i = 0; i < CallSiteDemand.MAX_EXECUTIONS; i++) {
      assertTrue(demand.claim(select));
    }

    assertFalse(demand.claim(select));
    assertTrue(demand.isPending(update));
    assertTrue(demand.request(select), "it may be requested again");
  }

  @Test
  void isDroppedWhenCancelled() {
    demand.request(select);
    demand.cancel(select);
    demand.cancel(update);

    assertFalse(demand.isPending(select));
    assertFalse(demand.claim(select));
  }

  @Test
  void requestRenewsTheLookupsOfAStatement() {
    select.settleDemand();
    assertFalse(select.hasDemandLookups());

    demand.request(select);

    assertTrue(select.hasDemandLookups());
    assertTrue(select.claimStackOfNewEndpoint());
  }

  @Test
  void anEndpointIsNewForItsFirstRequests() {
    assertTrue(demand.isNew());
    assertTrue(demand.isNew());
    assertFalse(demand.isNew());
  }

  @Test
  void pathsThatDifferInIdsHaveOneDemand() {
    CallSiteDemands.learn("GET", "/owners/17/pets/5", demand);

    assertSame(demand, CallSiteDemands.find("GET", "/owners/4711/pets/6"));
    assertSame(
        demand, CallSiteDemands.find("GET", "/owners/0f8fad5b-d9cb-469f-a165-70867728950e/pets/1"));
    assertNull(CallSiteDemands.find("POST", "/owners/17/pets/5"));
    assertNull(CallSiteDemands.find("GET", "/owners/ann/pets/5"));
    assertNull(CallSiteDemands.find("GET", "/owners/17/pets"));
    assertNull(CallSiteDemands.find(null, null));
  }

  @Test
  void ignoresMatrixParameters() {
    assertEquals(CallSiteDemands.key("GET", "/a/5;v=1/b"), CallSiteDemands.key("GET", "/a/6/b"));
    assertNotEquals(CallSiteDemands.key("GET", "/a/b"), CallSiteDemands.key("GET", "/a/c"));
  }

  @Test
  void keepsTheLatestPaths() {
    for (int i = 0; i < 50_000; i++) {
      CallSiteDemands.learn("GET", "/path" + (char) ('g' + i % 20) + "x" + i + "y", demand);
    }
    var latest = new CallSiteDemand();
    CallSiteDemands.learn("GET", "/latest", latest);

    assertSame(latest, CallSiteDemands.find("GET", "/latest"));
  }
}
