package io.rowcall.cache;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Load in progress, on which all callers of the same key wait. */
final class InFlightLoad {

  private final String text;
  private final long version;
  private final LoadChain chain;
  private final CompletableFuture<Object> result = new CompletableFuture<>();

  InFlightLoad(String text, long version, LoadChain chain) {
    this.text = text;
    this.version = version;
    this.chain = chain;
  }

  String text() {
    return text;
  }

  /** Returns the version of the key before the load. */
  long version() {
    return version;
  }

  /** Returns the loads of the thread that runs this one. */
  LoadChain chain() {
    return chain;
  }

  void complete(Object loaded) {
    result.complete(loaded);
  }

  void fail(Throwable thrown) {
    result.completeExceptionally(thrown);
  }

  Object await() throws Exception {
    try {
      return result.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Exception cause) {
        throw cause;
      }
      if (failed.getCause() instanceof Error cause) {
        throw cause;
      }
      throw failed;
    }
  }
}
