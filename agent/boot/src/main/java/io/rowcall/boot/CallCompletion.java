package io.rowcall.boot;

import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.PendingExecution;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Callback that ends an asynchronous call with its stage. */
final class CallCompletion implements BiConsumer<Object, Throwable> {
  private final PendingExecution pending;

  CallCompletion(PendingExecution pending) {
    this.pending = pending;
  }

  private static boolean isServerError(@Nullable Object response) {
    Engine engine = Engine.current();
    return response != null
        && engine != null
        && engine.statusOf(response) >= CallHooks.FIRST_SERVER_ERROR;
  }

  @Override
  public void accept(@Nullable Object response, @Nullable Throwable failure) {
    pending.complete(failure != null || isServerError(response));
  }
}
