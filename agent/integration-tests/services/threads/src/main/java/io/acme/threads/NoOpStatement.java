package io.acme.threads;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.sql.ResultSet;
import org.apache.commons.dbcp2.DelegatingPreparedStatement;

/**
 * Prepared statement that does nothing and allocates nothing, so that all bytes allocated by an
 * execution are the agent's.
 */
final class NoOpStatement extends DelegatingPreparedStatement {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  NoOpStatement() {
    super(null, null);
  }

  /**
   * Executes {@code warmUp} times, then {@code measured} times.
   *
   * @return the bytes that this thread allocates in the measured executions
   */
  static long bytes(int warmUp, int measured) {
    NoOpStatement statement = new NoOpStatement();
    statement.execute(warmUp);
    long thread = Thread.currentThread().getId();
    THREADS.getThreadAllocatedBytes(thread);
    long before = THREADS.getThreadAllocatedBytes(thread);
    statement.execute(measured);
    return THREADS.getThreadAllocatedBytes(thread) - before;
  }

  private void execute(int times) {
    for (int i = 0; i < times; i++) {
      setInt(1, i);
      setString(2, "a name");
      executeQuery();
    }
  }

  @Override
  public void setInt(int index, int value) {}

  @Override
  public void setString(int index, String value) {}

  @Override
  public ResultSet executeQuery() {
    return null;
  }
}
