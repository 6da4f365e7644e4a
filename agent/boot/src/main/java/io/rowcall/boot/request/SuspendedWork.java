package io.rowcall.boot.request;

import org.jspecify.annotations.Nullable;

/** State of a thread before it entered a request or branch, to be restored when it leaves. */
public final class SuspendedWork {
  public @Nullable Request request;
  public boolean executing;
  public boolean unrecorded;
  public long executionStartNanos;
  public int submitting;
  public boolean calling;
  public long callStartNanos;

  SuspendedWork() {}

  void copy(SuspendedWork other) {
    request = other.request;
    executing = other.executing;
    unrecorded = other.unrecorded;
    executionStartNanos = other.executionStartNanos;
    submitting = other.submitting;
    calling = other.calling;
    callStartNanos = other.callStartNanos;
  }

  void clear() {
    request = null;
  }
}
