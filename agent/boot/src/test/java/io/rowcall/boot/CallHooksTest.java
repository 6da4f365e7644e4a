package io.rowcall.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.CallKind;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.TestEngine;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CallHooksTest {
  private final Request request = enter();

  private static Request enter() {
    Engine.install(new TestEngine());
    return Objects.requireNonNull(HttpHooks.enter(null, "GET", "/orders"));
  }

  @AfterEach
  void leave() {
    HttpHooks.leave(request);
    HttpHooks.end(request, 200, false);
    Engine.install(null);
  }

  @Test
  void countsACallApartFromExecutions() {
    call(200, false);
    assertEquals(1, request.log.calls());
    assertEquals(0, request.log.executions());
    assertEquals(0, request.executionsSoFar());
    assertEquals(0, request.log.executionNanos());
    assertTrue(request.log.callNanos() > 0);
  }

  @Test
  void countsNestedClientsOnce() {
    ThreadState outer = CallHooks.beforeCall();
    assertNotNull(outer);
    assertNull(CallHooks.beforeCall());
    assertFalse(CallHooks.afterCall(null));
    assertTrue(CallHooks.afterCall(outer));
    assertNotNull(CallHooks.beforeCall());
    CallHooks.afterCall(outer);
  }

  @Test
  void countsNoCallOfADriver() {
    ThreadState execution = JdbcHooks.beforeExecute();
    assertNull(CallHooks.beforeCall());
    JdbcHooks.afterExecute(execution, this, "SELECT 1", 0, null, false);
  }

  @Test
  void marksFailuresAndServerErrors() {
    call(404, false);
    call(500, false);
    call(0, true);
    assertFalse(request.log.isFailed(0));
    assertTrue(request.log.isFailed(1));
    assertTrue(request.log.isFailed(2));
  }

  @Test
  void timesAnAsynchronousCallUntilItsStageCompletes() {
    var stage = new CompletableFuture<String>();
    start(stage);
    assertEquals(1, request.log.calls());
    assertFalse(request.log.isSettled());
    stage.completeExceptionally(new IllegalStateException("planned"));
    assertTrue(request.log.isSettled());
    request.log.settle(System.nanoTime());
    assertTrue(request.log.isFailed(0));
    assertTrue(request.log.elapsedNanos(0) > 0);
  }

  @Test
  void timesAnAsynchronousCallUntilItsObjectReportsTheEnd() {
    var exchange = new Object();
    start(exchange);
    assertTrue(CallHooks.isPending(exchange));
    CallHooks.complete(exchange, 200, false);
    assertFalse(CallHooks.isPending(exchange));
    CallHooks.complete(exchange, 500, true); // Too late: the first end counts.
    request.log.settle(System.nanoTime());
    assertFalse(request.log.isFailed(0));
  }

  private void call(int status, boolean failed) {
    ThreadState thread = CallHooks.beforeCall();
    assertTrue(CallHooks.afterCall(thread));
    CallHooks.recordHttp(thread, this, "GET", "stock.example", "/items/1", status, failed);
  }

  private void start(Object end) {
    ThreadState thread = CallHooks.beforeCall();
    assertTrue(CallHooks.afterCall(thread));
    CallHooks.startCommand(thread, this, CallKind.REDIS, "GET", null, 1, end, false);
  }
}
