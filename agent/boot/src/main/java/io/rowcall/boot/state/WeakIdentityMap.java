package io.rowcall.boot.state;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Lock-free map with weak keys that are compared by identity. It never calls a method of its keys.
 *
 * <p>An array of buckets, each an immutable chain of nodes that one compare-and-set replaces. A
 * lookup in an empty bucket is one read, and threads contend only for the same bucket.
 *
 * <p>No lock, because carriers of virtual threads run this code: a virtual thread may own a monitor
 * while it is unmounted, and a carrier that waits for that monitor waits forever. No {@code
 * ReferenceQueue} either, which has a lock inside: nodes whose key was collected are dropped by the
 * next change of their bucket.
 *
 * <p>Bounded by the length of its chains. When a chain is full, the map either evicts its oldest
 * node or refuses the new one, see {@link #evicting} and {@link #refusing}.
 *
 * <p>Any thread.
 *
 * @param <V> must not refer to its key
 */
public final class WeakIdentityMap<V> {
  private static final int REFUSING_BUCKETS = 512;
  private static final int REFUSING_CHAIN = 16;

  private final int mask;
  private final int maxChain;
  private final boolean evicts;
  private final AtomicReferenceArray<@Nullable Node<V>> buckets;
  private volatile boolean full;

  private WeakIdentityMap(int size, int maxChain, boolean evicts) {
    this.mask = size - 1;
    this.maxChain = maxChain;
    this.evicts = evicts;
    this.buckets = new AtomicReferenceArray<@Nullable Node<V>>(size);
  }

  /**
   * A map that forgets: a full bucket drops its oldest entry.
   *
   * @param buckets a power of two
   */
  public static <V> WeakIdentityMap<V> evicting(int buckets, int maxChain) {
    return new WeakIdentityMap<V>(buckets, maxChain, true);
  }

  /**
   * A map whose entries are removed by {@link #remove} or by the garbage collector only.
   *
   * @param buckets a power of two
   */
  public static <V> WeakIdentityMap<V> unbounded(int buckets) {
    return new WeakIdentityMap<V>(buckets, Integer.MAX_VALUE, true);
  }

  /**
   * A map for some thousand long-lived objects that are costly to describe: a full bucket refuses
   * new entries, so that nothing is described again and again. See {@link #isFull}.
   */
  public static <V> WeakIdentityMap<V> refusing() {
    return new WeakIdentityMap<V>(REFUSING_BUCKETS, REFUSING_CHAIN, false);
  }

  public @Nullable V get(Object key) {
    Node<V> node = find(buckets.get(bucket(key)), key);
    return node == null ? null : node.value;
  }

  public boolean containsKey(Object key) {
    return get(key) != null;
  }

  /**
   * Adds a value, unless the key has one.
   *
   * @return the value that the key has now; the given one, too, when the map refused it
   */
  public V putIfAbsent(Object key, V value) {
    int bucket = bucket(key);
    for (; ; ) {
      Node<V> head = buckets.get(bucket);
      Node<V> known = find(head, key);
      if (known != null) {
        return known.value;
      }
      if (tryAdd(bucket, head, key, value)) {
        return value;
      }
    }
  }

  /** Sets the value of a key. */
  public void put(Object key, V value) {
    int bucket = bucket(key);
    for (; ; ) {
      Node<V> head = buckets.get(bucket);
      Node<V> known = find(head, key);
      if (known == null
          ? tryAdd(bucket, head, key, value)
          : buckets.compareAndSet(
              bucket, head, new Node<V>(key, value, live(head, known, maxChain)))) {
        return;
      }
    }
  }

  /** False when another thread has changed the bucket; true when the value was added or refused. */
  private boolean tryAdd(int bucket, @Nullable Node<V> head, Object key, V value) {
    Node<V> rest = head;
    int length = 0;
    boolean collected = false;
    for (Node<V> node = head; node != null; node = node.next) {
      collected |= node.get() == null;
      length++;
    }
    if (collected || length >= maxChain) {
      rest = live(head, null, evicts ? maxChain - 1 : maxChain);
    }
    if (!evicts && length(rest) >= maxChain) {
      full = true;
      return true;
    }
    return buckets.compareAndSet(bucket, head, new Node<V>(key, value, rest));
  }

  /** Removes the entry of a key, if it has this value. */
  public void remove(Object key, V value) {
    int bucket = bucket(key);
    for (; ; ) {
      Node<V> head = buckets.get(bucket);
      Node<V> known = find(head, key);
      if (known == null
          || known.value != value
          || buckets.compareAndSet(bucket, head, live(head, known, maxChain))) {
        return;
      }
    }
  }

  /** Whether an entry was ever refused. */
  public boolean isFull() {
    return full;
  }

  /** Visits every entry whose key is alive. */
  public void forEach(Visitor<V> visitor) {
    for (int i = 0; i <= mask; i++) {
      for (Node<V> node = buckets.get(i); node != null; node = node.next) {
        Object key = node.get();
        if (key != null) {
          visitor.visit(key, node.value);
        }
      }
    }
  }

  private static <V> @Nullable Node<V> find(@Nullable Node<V> head, Object key) {
    for (Node<V> node = head; node != null; node = node.next) {
      if (node.get() == key) {
        return node;
      }
    }
    return null;
  }

  private static int length(@Nullable Node<?> head) {
    int length = 0;
    for (Node<?> node = head; node != null; node = node.next) {
      length++;
    }
    return length;
  }

  /** A copy of the newest nodes whose keys are alive, without one of them. */
  private static <V> @Nullable Node<V> live(
      @Nullable Node<V> head, @Nullable Node<V> without, int maxLength) {
    if (head != null && head == without) {
      return head.next; // The newest goes first: most tasks run soon after they were submitted.
    }
    Node<V> reversed = null;
    int length = 0;
    for (Node<V> node = head; node != null && length < maxLength; node = node.next) {
      Object key = node == without ? null : node.get();
      if (key != null) {
        reversed = new Node<V>(key, node.value, reversed);
        length++;
      }
    }
    Node<V> copy = null;
    for (Node<V> node = reversed; node != null; node = node.next) {
      Object key = node.get();
      if (key != null) {
        copy = new Node<V>(key, node.value, copy);
      }
    }
    return copy;
  }

  private int bucket(Object key) {
    int hash = System.identityHashCode(key);
    return (hash ^ (hash >>> 12)) & mask;
  }

  /** Receives the entries of a map. */
  public interface Visitor<V> {
    void visit(Object key, V value);
  }

  private static final class Node<V> extends WeakReference<Object> {
    final V value;
    final @Nullable Node<V> next;

    Node(Object key, V value, @Nullable Node<V> next) {
      super(key);
      this.value = value;
      this.next = next;
    }
  }
}
