package io.acme.threads;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Starts so many virtual threads that most wait for a carrier in the middle of a query. */
final class Crowd {
  private static final int CONNECTIONS = 64;
  private static List<Connection> connections;

  private Crowd() {}

  /** {@code n} threads make two executions each. */
  static void run(RequestQueries queries, int n) throws Exception {
    List<Connection> open = connections();
    ExecutorService perTask = NewerJava.virtualThreadPerTask();
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Connection connection = open.get(i % CONNECTIONS);
      running.add(perTask.submit(() -> selectTwice(queries, connection)));
    }
    for (Future<?> task : running) {
      task.get();
    }
    perTask.shutdown();
  }

  private static Object selectTwice(RequestQueries queries, Connection connection)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT name FROM things WHERE id = ?")) {
      query.setInt(1, 7);
      queries.increment();
      query.executeQuery().close();
      Thread.yield();
      queries.increment();
      query.executeQuery().close();
    }
    return "done";
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
