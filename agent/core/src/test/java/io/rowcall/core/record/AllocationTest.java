package io.rowcall.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** An execution inside a request allocates nothing, once the request's log has grown. */
final class AllocationTest {
  private static final int WARM_UP = 600;
  private static final int MEASURED = 400;

  @Test
  void allocatesNothingForAnExecution() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long[] bytes = new long[2];
    var statement = new Script.Statement();
    new Script()
        .request(
            "/page",
            () -> {
              statement.prepare("SELECT name FROM contact WHERE id = ?");
              for (int i = 0; i < WARM_UP; i++) {
                statement.execute(i);
              }
              bytes[0] = threads.getCurrentThreadAllocatedBytes();
              bytes[1] = threads.getCurrentThreadAllocatedBytes();
              long ofMeasuring = bytes[1] - bytes[0];
              bytes[0] = threads.getCurrentThreadAllocatedBytes();
              for (int i = 0; i < MEASURED; i++) {
                statement.execute(i);
              }
              bytes[1] = threads.getCurrentThreadAllocatedBytes() - ofMeasuring;
            })
        .figures();
    assertEquals(0, (bytes[1] - bytes[0]) / MEASURED);
  }
}
