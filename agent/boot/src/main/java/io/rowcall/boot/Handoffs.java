package io.rowcall.boot;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * Which request a task works for, from its submission to its run: a weak identity map, striped.
 *
 * <p>Tasks are not wrapped, because applications compare, cast, sort and remove them. One task
 * object that is submitted for two requests at once (a lambda that captures nothing) is the
 * exception: the second submission is told to wrap it.
 *
 * <p>Tasks that never run leave with the collector. Any thread; what is put happens before what is
 * taken by way of the executor's own queue.
 */
final class Handoffs {
  private static final int STRIPES = 64;
  private static final Stripe[] STRIPE = new Stripe[STRIPES];

  static {
    for (int i = 0; i < STRIPES; i++) {
      STRIPE[i] = new Stripe();
    }
  }

  private Handoffs() {}

  /**
   * @param mayRunAgain the same object may be submitted several times for one request
   * @return false when the task waits for another request already
   */
  static boolean put(Object task, Request request, boolean mayRunAgain) {
    int hash = System.identityHashCode(task);
    return STRIPE[(hash ^ (hash >>> 12)) & (STRIPES - 1)].put(task, hash, request, mayRunAgain);
  }

  /** What was put for the task, and stays; null for tasks of no request. */
  static @Nullable Handoff peek(Object task) {
    int hash = System.identityHashCode(task);
    Stripe stripe = STRIPE[(hash ^ (hash >>> 12)) & (STRIPES - 1)];
    return stripe.size == 0 ? null : stripe.peek(task, hash);
  }

  /** What was put for the task, once; null for tasks of no request. */
  static @Nullable Handoff take(Object task) {
    int hash = System.identityHashCode(task);
    Stripe stripe = STRIPE[(hash ^ (hash >>> 12)) & (STRIPES - 1)];
    return stripe.size == 0 ? null : stripe.take(task, hash);
  }

  /** A task and its request, as it was when the task was submitted. */
  static final class Handoff extends WeakReference<Object> {
    final Request root;
    final int generation;
    final Request.Origin origin;
    private final int hash;
    private @Nullable Handoff next;
    private int times = 1;

    private Handoff(
        Object task,
        int hash,
        Request request,
        ReferenceQueue<Object> queue,
        @Nullable Handoff next) {
      super(task, queue);
      this.hash = hash;
      this.root = request.root();
      this.generation = request.rootGeneration();
      this.origin = request.origin();
      this.next = next;
    }
  }

  private static final class Stripe {
    private static final int BUCKETS = 64;
    private final @Nullable Handoff[] buckets = new Handoff[BUCKETS];
    private final ReferenceQueue<Object> collected = new ReferenceQueue<Object>();
    private int size;

    synchronized boolean put(Object task, int hash, Request request, boolean mayRunAgain) {
      int bucket = (hash ^ (hash >>> 7)) & (BUCKETS - 1);
      for (Handoff h = buckets[bucket]; h != null; h = h.next) {
        if (h.get() == task) {
          if (h.root == request.root() && h.generation == request.rootGeneration()) {
            if (mayRunAgain) {
              h.times++;
            }
            return true;
          }
          return false;
        }
      }
      for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
        remove((Handoff) gone);
      }
      buckets[bucket] = new Handoff(task, hash, request, collected, buckets[bucket]);
      size++;
      return true;
    }

    synchronized @Nullable Handoff take(Object task, int hash) {
      int bucket = (hash ^ (hash >>> 7)) & (BUCKETS - 1);
      for (Handoff h = buckets[bucket]; h != null; h = h.next) {
        if (h.get() == task) {
          if (--h.times == 0) {
            remove(h);
          }
          return h;
        }
      }
      return null;
    }

    synchronized @Nullable Handoff peek(Object task, int hash) {
      for (Handoff h = buckets[(hash ^ (hash >>> 7)) & (BUCKETS - 1)]; h != null; h = h.next) {
        if (h.get() == task) {
          return h;
        }
      }
      return null;
    }

    private void remove(Handoff gone) {
      int bucket = (gone.hash ^ (gone.hash >>> 7)) & (BUCKETS - 1);
      Handoff before = null;
      for (Handoff h = buckets[bucket]; h != null; before = h, h = h.next) {
        if (h == gone) {
          if (before == null) {
            buckets[bucket] = h.next;
          } else {
            before.next = h.next;
          }
          size--;
          return;
        }
      }
    }
  }
}
