package io.rowcall.boot.request;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Every {@link Request} object of the JVM, whoever has it: so that executions of requests that have
 * not ended are known to the next report. Objects are reused, so an addition is rare, and a request
 * costs nothing here.
 *
 * <p>Any thread adds; the agent's own looks and drops what is collected.
 */
public final class LiveRequests {
  private final AtomicReference<@Nullable Node> newest = new AtomicReference<@Nullable Node>();

  void add(Request request) {
    push(new Node(request));
  }

  private void push(Node node) {
    do {
      node.next = newest.get();
    } while (!newest.compareAndSet(node.next, node));
  }

  /** Requests that are open. */
  long open() {
    long count = 0;
    for (Node node = swept(); node != null; node = node.next) {
      Request request = node.get();
      if (request != null && request.isOpen()) {
        count++;
      }
    }
    return count;
  }

  /** What they have executed, on all threads. */
  long openExecutions() {
    long sum = 0;
    for (Node node = swept(); node != null; node = node.next) {
      Request request = node.get();
      if (request != null && request.isOpen()) {
        sum += request.executionsSoFar();
      }
    }
    return sum;
  }

  /** The list without what is collected behind its newest node, which others may be pushing on. */
  private @Nullable Node swept() {
    Node head = newest.get();
    for (Node node = head; node != null; node = node.next) {
      Node following = node.next;
      while (following != null && following.get() == null) {
        following = following.next;
      }
      node.next = following;
    }
    return head;
  }

  private static final class Node extends WeakReference<Request> {
    volatile @Nullable Node next;

    Node(Request request) {
      super(request);
    }
  }
}
