package io.rowcall.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.PoolStats;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestQueue;
import io.rowcall.boot.request.TestEngine;
import io.rowcall.boot.state.ConnectionState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PoolHooksTest {
  private final PoolStats stats = new PoolStats("orders", "test", 7);
  private final Object pool = new Object();
  private final ThreadState state = ThreadState.current();
  private final Request request = RequestQueue.acquire();

  @BeforeEach
  void serve() {
    Engine.install(new TestEngine());
    RequestQueue.drain();
    PoolHooks.POOLS.put(pool, stats);
    request.begin("GET", "/a");
    state.enter(request);
  }

  @AfterEach
  void leave() {
    state.request = null;
    state.borrowingFrom = null;
    RequestQueue.drain();
    Engine.install(null);
  }

  @Test
  void measuresALeaseFromBorrowToClose() {
    var connection = new WovenConnection();
    PoolHooks.afterBorrow(PoolHooks.beforeBorrow(pool), connection);
    assertEquals(1, stats.active());
    assertEquals(0, stats.waiting());
    assertTrue(request.connections.isOpen(0));

    PoolHooks.onClose(connection);
    PoolHooks.onClose(connection);

    assertEquals(0, stats.active());
    assertFalse(request.connections.isOpen(0));
    assertEquals(stats, request.connections.pool(0));
  }

  @Test
  void countsOnlyTheOutermostOfNestedPools() {
    var connection = new WovenConnection();
    ThreadState outer = PoolHooks.beforeBorrow(pool);
    assertEquals(1, stats.waiting());
    assertNull(PoolHooks.beforeBorrow(new Object()));
    PoolHooks.afterBorrow(null, new WovenConnection());
    PoolHooks.afterBorrow(outer, connection);

    assertEquals(1, request.connections.size());
  }

  @Test
  void recordsOnlyTheWaitForAConnectionThatIsNotWoven() {
    PoolHooks.afterBorrow(PoolHooks.beforeBorrow(pool), new Object());
    PoolHooks.afterBorrow(PoolHooks.beforeBorrow(pool), null);

    assertEquals(0, stats.active());
    assertEquals(0, stats.waiting());
    assertEquals(2, request.connections.size());
    assertFalse(request.connections.isTimed(0));
  }

  @Test
  void handsOverALeaseOutsideOfRequestsAtOnce() {
    state.request = null;
    var connection = new WovenConnection();
    PoolHooks.afterBorrow(PoolHooks.beforeBorrow(pool), connection);

    Request unattributed = RequestQueue.drain();
    assertNotNull(unattributed);
    assertTrue(unattributed.unattributed);
    assertEquals(1, unattributed.connections.size());
    assertEquals(1, stats.active());
    PoolHooks.onClose(connection);
    assertEquals(0, stats.active());
  }

  @Test
  void ignoresConnectionsThatAPoolOpensForItself() {
    ThreadState filling = PoolHooks.beforeFill();
    assertEquals(0, PoolHooks.beforeOpen());
    assertNull(PoolHooks.beforeFill());
    PoolHooks.afterFill(filling);

    assertTrue(PoolHooks.beforeOpen() != 0);
    assertEquals(0, request.connections.size());
  }

  @Test
  void countsOnlyTheInnermostDataSource() {
    long outer = PoolHooks.beforeOpen();
    long inner = PoolHooks.beforeOpen();
    PoolHooks.afterOpen(inner, pool, new WovenConnection());
    PoolHooks.afterOpen(outer, new Object(), new WovenConnection());

    assertEquals(1, request.connections.size());
    assertEquals(stats, request.connections.pool(0));
  }

  @Test
  void recordsEndsOfTransactions() {
    ThreadState commit = PoolHooks.beforeTransactionEnd();
    assertNull(PoolHooks.beforeTransactionEnd(), "nested");
    PoolHooks.afterTransactionEnd(commit, true, false);
    PoolHooks.afterTransactionEnd(PoolHooks.beforeTransactionEnd(), false, false);
    PoolHooks.afterTransactionEnd(PoolHooks.beforeTransactionEnd(), true, true);
    PoolHooks.cancelTransactionEnd(PoolHooks.beforeTransactionEnd());

    assertEquals(1, request.transactions.commits());
    assertEquals(1, request.transactions.rollbacks());
    assertEquals(2, request.transactions.size());
    assertTrue(request.transactions.isRolledBack(1));
    assertFalse(state.executing);
  }

  private static final class WovenConnection implements ConnectionState {
    private @Nullable Object pool;
    private @Nullable Object holder;
    private long lease;

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
    public void rowcall$holder(@Nullable Object request) {
      holder = request;
    }

    @Override
    public long rowcall$hold() {
      return lease;
    }

    @Override
    public void rowcall$hold(long position) {
      lease = position;
    }
  }
}
