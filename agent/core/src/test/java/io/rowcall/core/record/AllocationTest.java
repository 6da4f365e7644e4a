package io.rowcall.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import io.rowcall.boot.CacheHooks;
import io.rowcall.boot.CallHooks;
import io.rowcall.boot.PoolHooks;
import io.rowcall.boot.state.ConnectionState;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Counting inside a request allocates nothing, once the arrays of the request have grown. */
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

  @Test
  void allocatesNothingForACallThatBlocks() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    String[] urls = new String[WARM_UP / 2];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = "http://stock.example:8080/items/" + i + "?token=secret";
    }
    long[] bytes = new long[2];
    new Script()
        .request(
            "/page",
            () -> {
              call(urls);
              call(urls);
              bytes[0] = threads.getCurrentThreadAllocatedBytes();
              bytes[1] = threads.getCurrentThreadAllocatedBytes();
              long ofMeasuring = bytes[1] - bytes[0];
              bytes[0] = threads.getCurrentThreadAllocatedBytes();
              call(urls);
              bytes[1] = threads.getCurrentThreadAllocatedBytes() - ofMeasuring;
            })
        .figures();
    assertEquals(0, (bytes[1] - bytes[0]) / urls.length);
  }

  private static void call(String[] urls) {
    for (String url : urls) {
      var thread = CallHooks.beforeCall();
      if (CallHooks.afterCall(thread)) {
        CallHooks.recordHttp(thread, urls, "GET", null, url, 200, false);
      }
    }
  }

  @Test
  void allocatesNothingForALookupOrALease() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var cache = new Object();
    var pool = new Object();
    var connection = new Connection();
    long[] bytes = new long[2];
    var script = new Script();
    CacheHooks.onNamed(cache, "owners");
    PoolHooks.onNamed(pool, "numbers");
    for (int i = 0; i < WARM_UP; i++) {
      script.request("/page", () -> work(cache, pool, connection));
    }
    script
        .request(
            "/page",
            () -> {
              work(cache, pool, connection);
              bytes[0] = threads.getCurrentThreadAllocatedBytes();
              bytes[1] = threads.getCurrentThreadAllocatedBytes();
              long ofMeasuring = bytes[1] - bytes[0];
              bytes[0] = threads.getCurrentThreadAllocatedBytes();
              work(cache, pool, connection);
              bytes[1] = threads.getCurrentThreadAllocatedBytes() - ofMeasuring;
            })
        .figures();
    assertEquals(0, bytes[1] - bytes[0]);
  }

  private static void work(Object cache, Object pool, Connection connection) {
    CacheHooks.beforeCount(cache);
    CacheHooks.onHits(1);
    CacheHooks.afterLookup(CacheHooks.beforeLookup(), cache, false, false);
    PoolHooks.afterBorrow(PoolHooks.beforeBorrow(pool), connection);
    PoolHooks.afterTransactionEnd(PoolHooks.beforeTransactionEnd(), true, false);
    PoolHooks.onClose(connection);
  }

  /** A connection, as its woven class would be. */
  private static final class Connection implements ConnectionState {
    private @Nullable Object pool;
    private @Nullable Object holder;
    private long hold;

    @Override
    public @Nullable Object rowcall$pool() {
      return pool;
    }

    @Override
    public void rowcall$pool(@Nullable Object value) {
      pool = value;
    }

    @Override
    public @Nullable Object rowcall$holder() {
      return holder;
    }

    @Override
    public void rowcall$holder(@Nullable Object value) {
      holder = value;
    }

    @Override
    public long rowcall$hold() {
      return hold;
    }

    @Override
    public void rowcall$hold(long value) {
      hold = value;
    }
  }
}
