package io.rowcall.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.WrittenRequest;
import io.rowcall.core.config.Config;
import io.rowcall.core.sql.Dialect;
import java.io.File;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class EndpointsTest {
  private final Aggregate aggregate =
      new Aggregate(Config.read(null, new Properties(), Map.of(), new File("no-such-folder")));
  private final StatementTable statements = new StatementTable();

  @Test
  void keepEntriesForQueryingEndpointsDuringAPathScan() {
    for (int i = 0; i < 3 * Limits.ENDPOINTS; i++) {
      add("/scan/" + Spelling.of(i), null, 0, 404);
    }
    for (int i = 0; i < Limits.ENDPOINTS - 1; i++) {
      add("/shop/" + Spelling.of(i), null, 2, 200);
    }
    for (int i = 0; i < Limits.ENDPOINTS - 1; i++) {
      EndpointStats endpoint = aggregate.endpoints.get("GET /shop/" + Spelling.of(i));
      assertTrue(endpoint != null && endpoint.requests == 1, "of " + i);
    }
    assertExact();
  }

  /** A filter that looks up a token queries for every path. */
  @Test
  void keepNoEntryForQueryingPathsThatAreNotFound() {
    for (int i = 0; i < 3 * Limits.ENDPOINTS; i++) {
      add("/scan/" + Spelling.of(i), null, 1, 404);
    }
    for (int i = 0; i < Limits.ENDPOINTS / 2 - 1; i++) {
      add("/shop/" + Spelling.of(i), null, 2, 200);
      assertTrue(aggregate.endpoints.containsKey("GET /shop/" + Spelling.of(i)), "of " + i);
    }
    assertExact();
  }

  @Test
  void evictForEndpointsThatQueryLater() {
    for (int i = 0; i < 2 * Limits.ENDPOINTS; i++) {
      add("/route", "/" + Spelling.of(i), 0, 200);
    }
    add("/route", "/" + Spelling.of(2 * Limits.ENDPOINTS - 1), 3, 200);
    String name = "GET /" + Spelling.of(2 * Limits.ENDPOINTS - 1);
    EndpointStats endpoint = aggregate.endpoints.get(name);
    assertTrue(endpoint != null && endpoint.totalExecutions == 3, name);
    assertExact();
  }

  /**
   * In any order of requests, every figure counts once, and no endpoint that queries is evicted.
   */
  @Test
  void keepExactSums() {
    var random = new Random(11);
    var querying = new HashSet<String>();
    for (int i = 0; i < 20_000; i++) {
      String path = "/any/" + Spelling.of(random.nextInt(4 * Limits.ENDPOINTS));
      boolean named = random.nextInt(3) == 0;
      int executions = random.nextInt(4) == 0 ? random.nextInt(3) : 0;
      String name = add(path, named ? path : null, executions, random.nextBoolean() ? 200 : 404);
      if (executions > 0 && !name.equals(Aggregate.OTHER)) {
        querying.add(name);
      }
      assertTrue(aggregate.endpoints.size() <= Limits.ENDPOINTS + 1);
    }
    assertTrue(aggregate.endpoints.keySet().containsAll(querying));
    assertExact();
  }

  @Test
  void boundUnknownMethods() {
    for (int i = 0; i < 700; i++) {
      var request = new WrittenRequest("M" + i, "/owners");
      aggregate.add(request.ends(1_000, 200));
    }
    assertTrue(aggregate.endpoints.containsKey("(other) /owners"));
    assertEquals(1, aggregate.endpoints.size());
    assertFalse(aggregate.endpoints.toString().contains("M1"));
  }

  private String add(String path, @Nullable String route, int executions, int status) {
    var request = new WrittenRequest("GET", path);
    var statement = statements.of("SELECT 1 FROM t WHERE id = ?", Dialect.H2.ordinal());
    for (int i = 0; i < executions; i++) {
      request.executed(statement, i * 1_000L, 500, i, 0, 1, false, null);
    }
    Request ended = request.ends(1_000_000, status);
    ended.route = route;
    return aggregate.add(ended);
  }

  private void assertExact() {
    long requests = 0;
    long executions = 0;
    long timed = 0;
    long measured = 0;
    for (EndpointStats endpoint : aggregate.endpoints.values()) {
      requests += endpoint.requests;
      executions += endpoint.totalExecutions;
      timed += endpoint.durations.count();
      measured += endpoint.executions.getTotalCount();
    }
    assertEquals(aggregate.requests, requests);
    assertEquals(aggregate.requests, timed);
    assertEquals(aggregate.requests, measured);
    assertEquals(aggregate.executions, executions);
    EndpointStats others = aggregate.endpoints.get(Aggregate.OTHER);
    assertEquals(aggregate.overflowedEndpoints(), others == null ? 0 : others.requests);
  }
}
