package io.acme.threads;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * So many virtual threads at once that most of them wait for a carrier in the middle of a query.
 */
final class Crowd {
  private static final int CONNECTIONS = 64;
  private static List<Connection> connections;

  private Crowd() {}

  /** {@code n} threads ask twice each. */
  static void run(Asking asking, int n) throws Exception {
    List<Connection> open = connections();
    ExecutorService perTask = Platform.virtualThreadPerTask();
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Connection connection = open.get(i % CONNECTIONS);
      running.add(perTask.submit(() -> ask(asking, connection)));
    }
    for (Future<?> each : running) {
      each.get();
    }
    perTask.shutdown();
  }

  private static Object ask(Asking asking, Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT name FROM things WHERE id = ?")) {
      query.setInt(1, 7);
      asking.counts();
      query.executeQuery().close();
      Thread.yield();
      asking.counts();
      query.executeQuery().close();
    }
    return "asked";
  }

  private static synchronized List<Connection> connections() throws SQLException {
    if (connections == null) {
      connections = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        connections.add(DriverManager.getConnection(ThreadsService.URL));
      }
    }
    return connections;
  }
}
