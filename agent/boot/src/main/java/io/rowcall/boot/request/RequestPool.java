package io.rowcall.boot.request;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Bounded, lock-free stack of reusable requests. Last in, first out, so that a few warm ones are
 * used again and again: a queue would walk through all of them, and miss the processor's caches
 * with each row that is written.
 *
 * <p>One compare-and-set to take, one to give. Giving, which the agent's thread does, allocates a
 * node. Because nodes are never reused, a head that is seen twice is the same stack (no ABA
 * problem), and a node's request is visible to whoever takes it.
 */
public final class RequestPool {
  private static final int SIZE = 1024;

  private final AtomicReference<@Nullable Node> top = new AtomicReference<@Nullable Node>();

  /** Takes a request; null when the pool is empty. */
  @Nullable Request take() {
    for (; ; ) {
      Node node = top.get();
      if (node == null) {
        return null;
      }
      if (top.compareAndSet(node, node.below)) {
        return node.request;
      }
    }
  }

  /** Returns a request; leaves it to the garbage collector when the pool is full. */
  void give(Request request) {
    for (; ; ) {
      Node below = top.get();
      if (below != null && below.depth >= SIZE) {
        return;
      }
      if (top.compareAndSet(below, new Node(request, below))) {
        return;
      }
    }
  }

  private static final class Node {
    final Request request;
    final @Nullable Node below;
    final int depth;

    Node(Request request, @Nullable Node below) {
      this.request = request;
      this.below = below;
      this.depth = below == null ? 1 : below.depth + 1;
    }
  }
}
