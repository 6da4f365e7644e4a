package io.rowcall.it.jvm;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Program whose units of work no agent can know: a thread of its own, without a server, an executor
 * or a scheduler.
 */
final class PollingProgram {
  private PollingProgram() {}

  public static void main(String[] arguments) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:polled")) {
      int polls = Integer.parseInt(arguments[0]);
      var poller = new Thread(() -> poll(connection, polls));
      poller.start();
      poller.join();
      System.out.println("READY 1");
      while (System.in.read() >= 0) {} // Until the test closes the pipe.
    }
  }

  private static void poll(Connection connection, int polls) {
    for (int i = 0; i < polls; i++) {
      handle(connection);
    }
  }

  private static void handle(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      statement.executeQuery("SELECT 1").close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
