package io.rowcall.boot;

import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.PendingExecution;
import io.rowcall.boot.request.SqlStatement;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Execution of an R2DBC statement that was assembled: each subscription counts, on the thread that
 * subscribes. As a consumer it is told of a subscription, or of a failure; as a task, of completion
 * or cancellation. Several subscriptions at the same time end in the order in which they started.
 */
public final class R2dbcExecution implements Consumer<Object>, Runnable {
  private final Object statement;
  private final SqlStatement sql;
  private final long bindHash;
  private final int batch;
  private final @Nullable Object callSite;
  private final ConcurrentLinkedQueue<PendingExecution> running =
      new ConcurrentLinkedQueue<PendingExecution>();

  R2dbcExecution(
      Object statement, SqlStatement sql, long bindHash, int batch, @Nullable Object callSite) {
    this.statement = statement;
    this.sql = sql;
    this.bindHash = bindHash;
    this.batch = batch;
    this.callSite = callSite;
  }

  @Override
  public void accept(@Nullable Object event) {
    try {
      if (event instanceof Throwable) {
        end(true);
      } else {
        start();
      }
    } catch (Throwable ours) {
      Engine.suppress(ours);
    }
  }

  @Override
  public void run() {
    try {
      end(false);
    } catch (Throwable ours) {
      Engine.suppress(ours);
    }
  }

  private void start() {
    ThreadState thread = ThreadState.current();
    if (thread.executing) {
      return; // A driver that runs on R2DBC itself.
    }
    long now = System.nanoTime();
    PendingExecution pending = new PendingExecution(now);
    running.add(pending);
    ExecutionRecorder.recordStart(thread, sql, now, bindHash, batch, statement, callSite, pending);
  }

  private void end(boolean failed) {
    PendingExecution pending = running.poll();
    if (pending != null) {
      pending.complete(failed);
    }
  }
}
