package io.rowcall.boot;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * Stand-ins for JDBC objects whose class was loaded before Rowcall and can be given no field: a
 * weak identity map, striped so that threads seldom meet. It never calls a method of its keys.
 *
 * <p>Bounded: a stripe that is full forgets its oldest object, whose next execution then counts for
 * {@link SqlStatement#OTHER}. Costs about 40 ns a look-up instead of one field read.
 */
final class Carriers {
  private static final int STRIPES = 64;
  private static final int PER_STRIPE = 256;
  private static final Stripe[] STRIPE = new Stripe[STRIPES];

  static {
    for (int i = 0; i < STRIPES; i++) {
      STRIPE[i] = new Stripe();
    }
  }

  private Carriers() {}

  static Carrier of(Object statement) {
    return statement instanceof Carrier ? (Carrier) statement : standIn(statement);
  }

  static Cursor cursorOf(Object resultSet) {
    return resultSet instanceof Cursor ? (Cursor) resultSet : standIn(resultSet);
  }

  private static StandIn standIn(Object key) {
    int hash = System.identityHashCode(key);
    return STRIPE[(hash ^ (hash >>> 12)) & (STRIPES - 1)].get(key, hash);
  }

  /** The state of one object, chained in its bucket. */
  private static final class StandIn extends WeakReference<Object> implements Carrier, Cursor {
    final int hash;
    @Nullable StandIn next;
    @Nullable Object statement;
    @Nullable Object request;
    @Nullable Object bound;
    long binds;
    long position;
    int batch;
    @Nullable Object visited;
    int row;
    boolean inside;

    StandIn(Object key, int hash, ReferenceQueue<Object> queue, @Nullable StandIn next) {
      super(key, queue);
      this.hash = hash;
      this.next = next;
    }

    @Override
    public @Nullable Object rowcall$statement() {
      return statement;
    }

    @Override
    public void rowcall$statement(@Nullable Object value) {
      statement = value;
    }

    @Override
    public @Nullable Object rowcall$bound() {
      return bound;
    }

    @Override
    public void rowcall$bound(@Nullable Object value) {
      bound = value;
    }

    @Override
    public long rowcall$binds() {
      return binds;
    }

    @Override
    public void rowcall$binds(long value) {
      binds = value;
    }

    @Override
    public int rowcall$batch() {
      return batch;
    }

    @Override
    public void rowcall$batch(int value) {
      batch = value;
    }

    @Override
    public @Nullable Object rowcall$request() {
      return request;
    }

    @Override
    public void rowcall$request(@Nullable Object value) {
      request = value;
    }

    @Override
    public long rowcall$position() {
      return position;
    }

    @Override
    public void rowcall$position(long value) {
      position = value;
    }

    @Override
    public int rowcall$row() {
      return row;
    }

    @Override
    public void rowcall$row(int value) {
      row = value;
    }

    @Override
    public @Nullable Object rowcall$visited() {
      return visited;
    }

    @Override
    public void rowcall$visited(@Nullable Object value) {
      visited = value;
    }

    @Override
    public boolean rowcall$inside() {
      return inside;
    }

    @Override
    public void rowcall$inside(boolean value) {
      inside = value;
    }
  }

  private static final class Stripe {
    private static final int BUCKETS = 64;
    private final @Nullable StandIn[] buckets = new StandIn[BUCKETS];
    private final ReferenceQueue<Object> collected = new ReferenceQueue<Object>();
    private int size;

    synchronized StandIn get(Object key, int hash) {
      int bucket = (hash ^ (hash >>> 7)) & (BUCKETS - 1);
      for (StandIn s = buckets[bucket]; s != null; s = s.next) {
        if (s.get() == key) {
          return s;
        }
      }
      for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
        remove((StandIn) gone);
      }
      if (size >= PER_STRIPE) {
        forgetOne(bucket);
      }
      StandIn made = new StandIn(key, hash, collected, buckets[bucket]);
      buckets[bucket] = made;
      size++;
      return made;
    }

    private void forgetOne(int bucket) {
      for (int i = 0; i < BUCKETS; i++) {
        StandIn last = buckets[(bucket + i) & (BUCKETS - 1)];
        if (last != null) {
          while (last.next != null) {
            last = last.next;
          }
          remove(last);
          return;
        }
      }
    }

    private void remove(StandIn gone) {
      int bucket = (gone.hash ^ (gone.hash >>> 7)) & (BUCKETS - 1);
      StandIn before = null;
      for (StandIn s = buckets[bucket]; s != null; before = s, s = s.next) {
        if (s == gone) {
          if (before == null) {
            buckets[bucket] = s.next;
          } else {
            before.next = s.next;
          }
          size--;
          return;
        }
      }
    }
  }
}
