package io.rowcall.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.request.SqlStatement;
import io.rowcall.boot.request.WrittenRequest;
import io.rowcall.core.config.Config;
import io.rowcall.core.sql.Dialect;
import java.io.File;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MemoryTest {
  private static final long MEGABYTE = 1024 * 1024;

  @Test
  void staysWithinItsMemoryWhenEveryBoundIsReached() {
    var config = Config.read(null, new Properties(), Map.of(), new File("no-such-folder"));
    long before = used();
    var table = new StatementTable();
    var aggregate = new Aggregate(config);
    var random = new Random(7);
    List<SqlStatement> statements = new ArrayList<>();
    for (int i = 0; i < 3 * Limits.STATEMENTS; i++) {
      String columns = ", some_column_of_the_table".repeat(random.nextInt(150));
      String sql = "SELECT id" + columns + " FROM t" + i + "x WHERE id = ?";
      statements.add(table.of(sql, Dialect.POSTGRESQL.ordinal()));
    }
    for (int r = 0; r < 20_000; r++) {
      var request = new WrittenRequest("GET", "/endpoint/" + Spelling.of(r % 900));
      for (int i = 0; i < 60; i++) {
        SqlStatement statement = statements.get((r + (i / 6) * 97) % statements.size());
        long nanos = (long) (Math.exp(11 + 2 * random.nextGaussian()));
        request.executed(statement, i * 1_000_000L, nanos, i, 0, 2, false, null);
      }
      aggregate.add(request.ends(60_000_000 + random.nextInt(900_000_000), 200));
    }
    long megabytes = (used() - before) / MEGABYTE;
    System.out.println("memory: " + megabytes + " MB with every bound reached");
    assertEquals(20_000, aggregate.requests);
    assertEquals(20_000 * 60, aggregate.executions);
    assertEquals(Limits.ENDPOINTS + 1, aggregate.endpoints.size());
    assertTrue(table.overflowed() > 0);
    assertTrue(megabytes <= 32, megabytes + " MB");
    Reference.reachabilityFence(statements);
    Reference.reachabilityFence(table);
  }

  private static long used() {
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
