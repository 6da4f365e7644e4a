package io.acme.shop;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.junit.QueryBudget;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.CyclicBarrier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server request that may belong to either of two parallel tests. */
class ParallelServerCases {
  private static final CyclicBarrier TURNS = new CyclicBarrier(2);

  private static @Nullable ShopServer server;

  @BeforeAll
  static void start() throws IOException {
    server = new ShopServer();
  }

  @AfterAll
  static void stop() throws SQLException {
    requireNonNull(server).close();
  }

  @Test
  @QueryBudget(max = 9)
  void callsAServer() throws Exception {
    TURNS.await(2, MINUTES);
    assertEquals("[1, 2]", requireNonNull(server).get());
    TURNS.await(2, MINUTES);
  }

  @Test
  @QueryBudget(max = 9)
  void callsNoServer() throws Exception {
    TURNS.await(2, MINUTES);
    TURNS.await(2, MINUTES);
  }
}
