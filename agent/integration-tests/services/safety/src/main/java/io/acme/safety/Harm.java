package io.acme.safety;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Harm that an application can do to its JVM, and to the threads in it. */
final class Harm {
  private static final int OVERFLOWS = 20;

  private final SpiedDatabase database;

  Harm(SpiedDatabase database) {
    this.database = database;
  }

  /** Always returns the same text, whatever the agent makes of it. */
  @SuppressWarnings("deprecation") // Stops threads.
  String inflict(String kind) throws Exception {
    switch (kind) {
      case "overflow":
        PreparedStatement statement = StubStatement.create();
        for (int i = 0; i < OVERFLOWS; i++) {
          overflow(i, statement);
        }
        break;
      case "interrupt":
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
          if (thread.getName().startsWith("rowcall")) {
            thread.interrupt();
          }
        }
        Thread.currentThread().interrupt();
        database.word(1);
        break;
      case "stop":
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
          if (thread.getName().startsWith("rowcall")) {
            stop(thread);
          }
        }
        break;
      case "die":
        Thread dying = new Thread(this::die, "dying");
        dying.setUncaughtExceptionHandler((thread, death) -> {});
        dying.start();
        dying.join();
        break;
      default:
        throw new IllegalArgumentException(kind);
    }
    return "done " + Thread.interrupted();
  }

  /** By reflection: the method is deprecated, and since Java 20 it only throws. */
  private static void stop(Thread thread) {
    try {
      Thread.class.getMethod("stop").invoke(thread);
    } catch (ReflectiveOperationException sinceJava20) {
      return;
    }
  }

  /** A thread that dies of an error, right after an execution. */
  private void die() {
    try {
      database.word(1);
    } catch (SQLException impossible) {
      throw new IllegalStateException(impossible);
    }
    throw new ThreadDeath();
  }

  /** Executes at every depth until the stack is full, from a depth that differs each time. */
  private static void overflow(int depth, PreparedStatement statement) throws SQLException {
    if (depth > 0) {
      overflow(depth - 1, statement);
      return;
    }
    try {
      descend(statement);
    } catch (StackOverflowError full) {
      return;
    }
  }

  @SuppressWarnings("InfiniteRecursion") // Ends with the stack.
  private static void descend(PreparedStatement statement) throws SQLException {
    statement.executeUpdate();
    descend(statement);
  }
}
