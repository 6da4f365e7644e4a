package io.rowcall.boot.state;

import org.jspecify.annotations.Nullable;

/**
 * State of a JDBC object that cannot have it in fields of its own. Tests and benchmarks extend it
 * in place of a woven class.
 */
public class DetachedState implements StatementState, ResultSetState {
  private @Nullable Object statement;
  private @Nullable Object bound;
  private long first;
  private @Nullable Object owner;
  private int position;
  private int rows;

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
  public long rowcall$first() {
    return first;
  }

  @Override
  public void rowcall$first(long value) {
    first = value;
  }

  @Override
  public @Nullable Object rowcall$owner() {
    return owner;
  }

  @Override
  public void rowcall$owner(@Nullable Object value) {
    owner = value;
  }

  @Override
  public int rowcall$position() {
    return position;
  }

  @Override
  public void rowcall$position(int value) {
    position = value;
  }

  @Override
  public int rowcall$rows() {
    return rows;
  }

  @Override
  public void rowcall$rows(int value) {
    rows = value;
  }
}
