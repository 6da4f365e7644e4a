package io.rowcall.boot.state;

import org.jspecify.annotations.Nullable;

/**
 * State of a JDBC object that cannot have it in fields of its own. Tests and benchmarks extend it
 * in place of a woven class.
 */
public class DetachedState implements StatementState, ResultSetState {
  private @Nullable Object statement;
  private @Nullable Object bound;
  private long binds;
  private int batch;
  private @Nullable Object request;
  private long position;
  private int row;
  private @Nullable Object visited;
  private boolean inside;

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
