package io.rowcall.boot.state;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Weak identity map without a lock: an array of buckets, each an immutable chain that one
 * compare-and-set replaces. It never calls a method of its keys.
 *
 * <p>No lock, because the threads that carry virtual threads come here: a virtual thread may be
 * made the owner of a monitor while it is unmounted, and a carrier that waits for it waits for
 * ever. No {@code ReferenceQueue} either, which has a lock inside: entries whose key is collected
 * are dropped by the next change of their bucket.
 *
 * <p>Any thread. A look-up in an empty bucket is one read.
 */
public final class WeakChains<E extends WeakChains.Entry> {
  private final int mask;
  private final int longestChain;
  private final AtomicReferenceArray<@Nullable Link<E>> buckets;

  /**
   * @param size buckets, a power of two
   * @param longestChain entries that a bucket keeps; the oldest is forgotten beyond that
   */
  public WeakChains(int size, int longestChain) {
    this.mask = size - 1;
    this.longestChain = longestChain;
    this.buckets = new AtomicReferenceArray<@Nullable Link<E>>(size);
  }

  /** The entry of a key, or null. */
  public @Nullable E get(Object key) {
    int hash = System.identityHashCode(key);
    for (Link<E> link = buckets.get(bucket(hash)); link != null; link = link.next) {
      if (link.entry.get() == key) {
        return link.entry;
      }
    }
    return null;
  }

  /**
   * Adds an entry, unless its key has one.
   *
   * @return the entry that the key has now
   */
  public E add(Object key, E fresh) {
    int bucket = bucket(System.identityHashCode(key));
    for (; ; ) {
      Link<E> head = buckets.get(bucket);
      int length = 0;
      boolean collected = false;
      for (Link<E> link = head; link != null; link = link.next) {
        Object other = link.entry.get();
        if (other == key) {
          return link.entry;
        }
        collected |= other == null;
        length++;
      }
      Link<E> rest = collected || length >= longestChain ? live(head, null) : head;
      if (buckets.compareAndSet(bucket, head, new Link<E>(fresh, rest))) {
        return fresh;
      }
    }
  }

  /** Drops an entry, which may be gone already. */
  public void remove(Object key, E entry) {
    int bucket = bucket(System.identityHashCode(key));
    for (; ; ) {
      Link<E> head = buckets.get(bucket);
      if (!contains(head, entry) || buckets.compareAndSet(bucket, head, live(head, entry))) {
        return;
      }
    }
  }

  private static <E extends Entry> boolean contains(@Nullable Link<E> head, E entry) {
    for (Link<E> link = head; link != null; link = link.next) {
      if (link.entry == entry) {
        return true;
      }
    }
    return false;
  }

  /** A copy of the newest entries whose keys are alive, but for one, with room for another. */
  private @Nullable Link<E> live(@Nullable Link<E> head, @Nullable E without) {
    if (head != null && head.entry == without) {
      return head.next; // The newest goes first: most tasks run soon after they were submitted.
    }
    Link<E> reversed = null;
    int length = 0;
    for (Link<E> link = head; link != null && length < longestChain - 1; link = link.next) {
      if (link.entry != without && link.entry.get() != null) {
        reversed = new Link<E>(link.entry, reversed);
        length++;
      }
    }
    Link<E> copy = null;
    for (Link<E> link = reversed; link != null; link = link.next) {
      copy = new Link<E>(link.entry, copy);
    }
    return copy;
  }

  private int bucket(int hash) {
    return (hash ^ (hash >>> 12)) & mask;
  }

  /** What is known of one object, which it does not keep alive. */
  public abstract static class Entry extends WeakReference<Object> {
    protected Entry(Object key) {
      super(key);
    }
  }

  private static final class Link<E> {
    final E entry;
    final @Nullable Link<E> next;

    Link(E entry, @Nullable Link<E> next) {
      this.entry = entry;
      this.next = next;
    }
  }
}
