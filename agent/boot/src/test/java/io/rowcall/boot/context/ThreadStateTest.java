package io.rowcall.boot.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.request.Branches;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestQueue;
import io.rowcall.boot.request.SqlStatement;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ThreadStateTest {
  private final ThreadState state = ThreadState.current();
  private final Request request = RequestQueue.acquire();

  @AfterEach
  void leaveEverything() {
    state.request = null;
    state.executing = false;
  }

  @Test
  void resumesTheOuterRequestAfterANestedOne() {
    Request inner = RequestQueue.acquire();
    request.begin("GET", "/outer");
    inner.begin("TEST", "inner");
    state.enter(request);
    state.executing = true;

    state.enter(inner);
    assertSame(inner, state.request);
    assertFalse(state.executing);
    state.leave(inner);

    assertSame(request, state.request);
    state.leave(request);
    assertNull(state.request);
    assertTrue(request.endNanos >= request.startNanos);
  }

  @Test
  void theFiguresOfACommittedResponseAreDiscarded() {
    request.begin("GET", "/a");
    state.enter(request);
    state.leave(request);
    assertTrue(state.figures.areAvailable());

    state.enter(request);
    assertFalse(state.figures.areAvailable());
    state.committed = true;
    state.leave(request);

    assertFalse(state.figures.areAvailable());
  }

  @Test
  void aBranchRestoresTheThreadState() {
    request.begin("GET", "/a");
    state.enter(request);
    state.executing = true;
    state.executionStartNanos = 17;
    state.submitting = 2;

    Request other = RequestQueue.acquire();
    other.begin("GET", "/other");
    Request branch = state.enterBranch(other.context());
    branch.log.append(SqlStatement.OTHER, 0, 1, 0, 0, false);
    state.executing = false;
    state.executionStartNanos = 0;
    state.submitting = 0;
    state.leaveBranch(branch);

    assertSame(request, state.request);
    assertTrue(state.executing);
    assertEquals(17, state.executionStartNanos);
    assertEquals(2, state.submitting);
    state.submitting = 0;
    Branches.close(other);
    assertEquals(1, other.log.executions());
  }

  @Test
  void aThreadInheritsTheRequestThatItIsAttachedTo() throws InterruptedException {
    request.begin("GET", "/a");
    var inherited = new AtomicReference<@Nullable Request>();
    var thread = new Thread(() -> inherited.set(ThreadState.current().request));
    TaskContexts.attach(thread, request.context(), true);
    thread.start();
    thread.join();

    Request branch = Objects.requireNonNull(inherited.get());
    assertNotSame(request, branch);
    assertTrue(branch.isBranch());
    assertTrue(branch.ownsThread);
    assertSame(request, branch.root());
  }

  @Test
  void aThreadOfNoRequestInheritsNone() throws InterruptedException {
    var inherited = new AtomicReference<@Nullable Request>(request);
    var thread = new Thread(() -> inherited.set(ThreadState.current().request));
    thread.start();
    thread.join();

    assertNull(inherited.get());
  }

  @Test
  void writesFiguresAsHeaders() {
    request.begin("GET", "/a");
    request.log.append(SqlStatement.OTHER, 0, 1_234_567, 0, 0, false);
    var figures = new ResponseFigures();

    figures.capture(request, request.startNanos + 12_005_000);

    assertEquals("12", figures.responseTimeMs());
    assertEquals("1", figures.queryCount());
    assertEquals("false", figures.cacheHit());
    assertEquals("total;dur=12.005, db;dur=1.234;desc=\"1 query\"", figures.serverTiming());
    request.log.append(SqlStatement.OTHER, 0, 0, 0, 0, false);
    figures.capture(request, request.startNanos + 999_000);
    assertEquals("total;dur=0.999, db;dur=1.234;desc=\"2 queries\"", figures.serverTiming());
  }
}
