package io.rowcall.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.context.ResponseFigures;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestQueue;
import io.rowcall.boot.request.TestEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests and response headers, whose hooks are called as the advice of servers calls them. */
final class HttpHooksTest {
  private final Runnable task =
      () -> {
        for (int i = 0; i < 11; i++) {
          JdbcHooks.afterExecute(
              JdbcHooks.beforeExecute(), new Object(), "SELECT 1 FROM a", 0, null, false);
        }
      };

  @BeforeEach
  void start() {
    Engine.install(new TestEngine());
  }

  @AfterEach
  void stop() {
    ThreadState.current().request = null;
    RequestQueue.drain();
    Engine.install(null);
  }

  @Test
  void countsWhatATaskExecutesWhileItsServletReturns() throws InterruptedException {
    Request request = suspended();
    Object response = HttpHooks.pendingResponse();
    TaskHooks.onSubmit(task);

    ResponseFigures figures = HttpHooks.leave(request);
    complete(response);

    assertTrue(HttpHooks.leaveCompleted(request), "this thread sets the headers");
    assertEquals("11", queryCount(figures));
  }

  @Test
  void countsWhatATaskExecutesBeforeItsServletReturns() throws InterruptedException {
    Request request = suspended();
    Object response = HttpHooks.pendingResponse();
    TaskHooks.onSubmit(task);
    complete(response);

    ResponseFigures figures = HttpHooks.leave(request);

    assertTrue(HttpHooks.leaveCompleted(request));
    assertEquals("11", queryCount(figures));
  }

  @Test
  void leavesTheHeadersToTheThreadThatCompletesLater() throws InterruptedException {
    Request request = suspended();
    Object response = HttpHooks.pendingResponse();
    TaskHooks.onSubmit(task);
    HttpHooks.leave(request);
    assertFalse(HttpHooks.leaveCompleted(request));

    onAnotherThread(
        () -> {
          Request entered = TaskHooks.beforeRun(task);
          task.run();
          ResponseFigures figures = HttpHooks.beforeComplete(response);
          assertNotNull(figures);
          assertEquals("11", queryCount(figures));
          TaskHooks.afterRun(entered);
        });
  }

  /** Serves a request that has gone asynchronous. */
  private static Request suspended() {
    Request request = HttpHooks.enter(null, "GET", "/async");
    assertNotNull(request);
    assertSame(request, ThreadState.current().request);
    assertNotNull(HttpHooks.suspend());
    return request;
  }

  /** Runs the task on another thread, where it completes the asynchronous work. */
  private void complete(@Nullable Object response) throws InterruptedException {
    onAnotherThread(
        () -> {
          Request entered = TaskHooks.beforeRun(task);
          task.run();
          assertNull(HttpHooks.beforeComplete(response), "the servlet has not returned");
          TaskHooks.afterRun(entered);
        });
  }

  private static String queryCount(ResponseFigures figures) {
    while (figures.nextHeader(false)) {
      if (figures.headerName().equals("X-Query-Count")) {
        return figures.headerValue();
      }
    }
    throw new AssertionError("no X-Query-Count");
  }

  private static void onAnotherThread(Runnable work) throws InterruptedException {
    var failures = new java.util.concurrent.atomic.AtomicReference<Throwable>();
    var thread = new Thread(work);
    thread.setUncaughtExceptionHandler((unused, failure) -> failures.set(failure));
    thread.start();
    thread.join();
    if (failures.get() != null) {
      throw new AssertionError(failures.get());
    }
  }
}
