package io.rowcall.boot.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.state.DetachedState;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class RequestTest {
  private static final CacheStats CACHE = new CacheStats("users", "caffeine", 3);

  /** Times are overwritten by the next use before anybody reads them. */
  private static final Set<String> NOT_CLEARED =
      Set.of("generation", "startMillis", "startNanos", "endNanos");

  @Test
  void ignoresPositionsOfAnEarlierUse() {
    var request = new Request();
    request.log.append(statement(), 0, 1, 0, 0, false);
    int position = request.position();
    request.addRowsRead(position, 2);
    assertEquals(2, request.log.rowsRead(0));

    request.clear();
    request.log.append(statement(), 0, 1, 0, 0, false);
    request.addRowsRead(position, 5);

    assertEquals(0, request.log.rowsRead(0));
    assertNotEquals(position, request.position());
  }

  @Test
  void distinguishesPositionsOfEveryRowAndOfManyUses() {
    var request = new Request();
    for (int use = 0; use < 5_000; use++) {
      request.clear();
    }
    for (int row = 0; row < ExecutionLog.MAX_ROWS; row++) {
      request.log.append(new SqlStatement(1 + row % 500, row, "", null), 0, 1, 0, 0, false);
      request.addRowsRead(request.position(), 3);
      assertEquals(3, request.log.rowsRead(row));
    }
  }

  @Test
  void ignoresTheEndOfALeaseOfAnEarlierUse() {
    var request = new Request();
    long lease = request.lease(request.connections.startLease(PoolStats.OTHER, 0, 10, true));
    request.clear();
    int row = request.connections.startLease(PoolStats.OTHER, 0, 20, true);

    request.endLease(lease, 30);
    assertTrue(request.connections.isOpen(row));
    request.endLease(request.lease(row), 50);

    assertFalse(request.connections.isOpen(row));
    assertEquals(30, request.connections.heldNanos(row, 1_000));
  }

  @Test
  void aClearedRequestKeepsNothing() throws IllegalAccessException {
    var fresh = new Request();
    var used = new Request();
    fill(used);
    assertTrue(differences(fresh, used).size() > 12, "the test fills too little");
    assertEquals(Set.of("recordings", "capturesAll"), differences(fresh.evidence, used.evidence));

    used.clear();

    assertEquals(Set.of(), differences(fresh, used));
    assertEquals(Set.of(), differences(fresh.evidence, used.evidence));
    assertTrue(used.isEmpty());
    assertEquals(0, used.callSites.size());
    assertEquals(0, used.connections.waitNanos());
    assertEquals(0, used.transactions.size());
    assertEquals(0, used.cacheLookups.hits());
    assertEquals(0, used.cacheLookups.ordinals());
    assertNull(used.values.columns());
    assertNull(used.values.parameters());
    assertNull(used.suspended.request);
    assertFalse(used.evidence.isOfUnknownEndpoint());
  }

  private static void fill(Request request) {
    request.evidence.recordFor(new Object[] {"recording"});
    request.begin("GET", "/a");
    request.route = "/a";
    request.status = 500;
    request.failed = true;
    request.unattributed = true;
    request.ambiguous = true;
    request.late = true;
    request.user = "ann";
    request.userRank = 2;
    request.principal = "ann";
    request.task = "task";
    request.ownsThread = true;
    request.harvestedRows = 1;
    request.snapshot = "snapshot";
    request.asyncRequest = "async";
    request.pendingResponse = "response";
    request.suspended.request = new Request();
    request.next = new Request();
    request.lateExecutions = new Request();
    request.log.append(statement(), 0, 1, 2, 3, true);
    request.evidence.watchColumns(statement());
    var statement = new DetachedState();
    statement.rowcall$first(7);
    request.evidence.recordParameters(statement);
    request.evidence.addCallSite("site");
    request.recordLookups(CACHE, 1, 1);
    request.transactions.record(false, 5);
    request.connections.startLease(PoolStats.OTHER, 0, 10, true);
    var root = new Request();
    root.evidence.recordFor(new Object[] {"recording"});
    request.branchFrom(root.context());
  }

  /** Names of the fields whose values differ; final fields are parts, compared by themselves. */
  private static Set<String> differences(Object first, Object second)
      throws IllegalAccessException {
    Set<String> names = new TreeSet<>();
    for (Field field : first.getClass().getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers())
          || Modifier.isFinal(field.getModifiers())
          || NOT_CLEARED.contains(field.getName())) {
        continue;
      }
      field.setAccessible(true);
      if (!java.util.Objects.equals(field.get(first), field.get(second))) {
        names.add(field.getName());
      }
    }
    return names;
  }

  @Test
  void hasOnlyCacheHitsWhileNoThreadHasMissed() {
    var request = new Request();
    assertFalse(request.hasOnlyCacheHits());
    request.recordLookups(CACHE, 2, 0);
    assertTrue(request.hasOnlyCacheHits());
    var branch = new Request();
    branch.branchFrom(request.context());
    branch.recordLookups(CACHE, 1, 0);
    assertTrue(request.hasOnlyCacheHits());

    branch.recordLookups(CACHE, 0, 1);

    assertFalse(request.hasOnlyCacheHits());
  }

  @Test
  void capturesCallSitesOfTheFirstRepeatsWhileTheEndpointIsNew() {
    var request = new Request();
    request.begin("GET", "/never/seen/before");
    var statement = statement();
    int wanted = 0;
    for (int i = 0; i < 30; i++) {
      int repeat = request.log.append(statement, 0, 1, 0, 0, false);
      if (request.evidence.isCallSiteWanted(statement, repeat)) {
        wanted++;
        request.evidence.addCallSite("site " + i);
      }
    }

    assertEquals(CallSiteDemand.FIRST_EXECUTIONS, wanted);
    assertEquals("site 0", request.callSites.siteOf(0));
    assertNull(request.callSites.siteOf(20));
    assertTrue(request.evidence.isOfUnknownEndpoint());
  }

  @Test
  void capturesEveryCallSiteForARecording() {
    var request = new Request();
    request.evidence.recordFor(new Object[] {"recording"});
    var statement = statement();
    statement.settleDemand();
    for (int i = 0; i < 600; i++) {
      int repeat = request.log.append(statement, 0, 1, 0, 0, false);
      if (request.evidence.isCallSiteWanted(statement, repeat)) {
        request.evidence.addCallSite("site");
      }
    }

    assertEquals(512, request.callSites.size());
  }

  private static SqlStatement statement() {
    return new SqlStatement(1, 7, "SELECT 1 FROM a", null);
  }
}
