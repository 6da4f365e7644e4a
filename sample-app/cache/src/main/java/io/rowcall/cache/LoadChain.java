package io.rowcall.cache;

import java.util.ArrayDeque;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Loads of one thread, each asked for by the loader of the one before, and the load on which the
 * thread waits. Only its own thread changes it.
 */
final class LoadChain {

  private final ArrayDeque<InFlightLoad> loads = new ArrayDeque<>();
  private volatile @Nullable InFlightLoad awaited;

  boolean isEmpty() {
    return loads.isEmpty();
  }

  void push(InFlightLoad load) {
    loads.addLast(load);
  }

  void pop() {
    loads.removeLast();
  }

  /**
   * Rejects a key that this thread is loading.
   *
   * @throws IllegalStateException with the chain of keys
   */
  void rejectReentry(String text) {
    if (!loads.isEmpty() && loads.stream().anyMatch(load -> load.text().equals(text))) {
      throw new IllegalStateException("a loader asks for its own key: " + path(text));
    }
  }

  /**
   * Waits for a load of another thread.
   *
   * @throws IllegalStateException if that thread waits, directly or not, for this one
   */
  Object await(InFlightLoad load) throws Exception {
    awaited = load;
    try {
      rejectCycle(load);
      return load.await();
    } finally {
      awaited = null;
    }
  }

  /** Each thread announces what it waits for before it checks, so one of them sees the cycle. */
  private void rejectCycle(InFlightLoad load) {
    InFlightLoad next = load;
    for (int steps = 0; next != null && steps < 1_000; steps++) {
      if (next.chain() == this) {
        throw new IllegalStateException(
            "the loaders of two threads wait for each other: " + path(load.text()));
      }
      next = next.chain().awaited;
    }
  }

  private String path(String last) {
    return Stream.concat(loads.stream().map(InFlightLoad::text), Stream.of(last))
        .collect(Collectors.joining(" -> "));
  }
}
