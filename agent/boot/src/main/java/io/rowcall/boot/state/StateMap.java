package io.rowcall.boot.state;

import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Stand-ins for JDBC objects whose class was loaded before Rowcall and can be given no field.
 *
 * <p>Bounded: a bucket that is full forgets its oldest object, whose next execution then counts for
 * {@link SqlStatement#OTHER}. Costs some 20 ns a look-up instead of one field read.
 */
public final class StateMap {
  private static final int BUCKETS = 4096;
  private static final int PER_BUCKET = 16;
  private static final WeakChains<StandIn> OBJECTS = new WeakChains<StandIn>(BUCKETS, PER_BUCKET);

  private StateMap() {}

  public static StatementState of(Object statement) {
    return statement instanceof StatementState && !isProxy(statement)
        ? (StatementState) statement
        : standIn(statement);
  }

  public static ResultSetState cursorOf(Object resultSet) {
    return resultSet instanceof ResultSetState && !isProxy(resultSet)
        ? (ResultSetState) resultSet
        : standIn(resultSet);
  }

  /**
   * Whether an object answers through somebody's handler. Where it was made with all interfaces of
   * what is behind it, it has those of Rowcall's states too, and the handler would be asked.
   */
  public static boolean isProxy(@Nullable Object object) {
    return object instanceof Proxy;
  }

  private static StandIn standIn(Object key) {
    StandIn known = OBJECTS.get(key);
    return known != null ? known : OBJECTS.add(key, new StandIn(key));
  }

  /** The state of one object. */
  private static final class StandIn extends WeakChains.Entry
      implements StatementState, ResultSetState {
    @Nullable Object statement;
    @Nullable Object request;
    @Nullable Object bound;
    long binds;
    long position;
    int batch;
    @Nullable Object visited;
    int row;
    boolean inside;

    StandIn(Object key) {
      super(key);
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
}
