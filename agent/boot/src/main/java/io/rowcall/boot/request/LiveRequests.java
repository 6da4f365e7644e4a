package io.rowcall.boot.request;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Weak list of all {@link Request} objects of the JVM, so that reports know what open requests have
 * executed. Objects are reused, so an addition is rare, and a request costs nothing here.
 *
 * <p>Any thread adds; the agent's own thread reads, and drops what was collected.
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
  long openRequests() {
    long count = 0;
    for (Node node = sweep(); node != null; node = node.next) {
      Request request = node.get();
      if (request != null && request.isOpen()) {
        count++;
      }
    }
    return count;
  }

  /** Executions of open requests so far, on all threads. */
  long openExecutions() {
    long sum = 0;
    for (Node node = sweep(); node != null; node = node.next) {
      Request request = node.get();
      if (request != null && request.isOpen()) {
        sum += request.executionsSoFar();
      }
    }
    return sum;
  }

  /** Unlinks collected nodes behind the newest one, which others may be pushing on. */
  private @Nullable Node sweep() {
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
