package io.rowcall.boot.context;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Set of the innermost open recordings: a copy-on-write array. Any thread, lock-free. */
final class OpenRecordings {
  private static final Recording[] NONE = new Recording[0];
  private static final AtomicReference<Recording[]> OPEN = new AtomicReference<Recording[]>(NONE);

  private OpenRecordings() {}

  static Recording[] all() {
    Recording[] now = OPEN.get();
    return now == null ? NONE : now;
  }

  /** Adds a recording in place of its outer one. */
  static void open(Recording recording) {
    Recording[] before;
    do {
      before = all();
    } while (!OPEN.compareAndSet(before, with(without(before, recording.outer()), recording)));
  }

  /** Removes a recording; its outer one is innermost again, unless another is open inside it. */
  static void close(Recording recording) {
    Recording outer = recording.outer();
    Recording[] before;
    Recording[] after;
    do {
      before = all();
      Recording[] rest = without(before, recording);
      after =
          outer == null || outer.isOver() || isAroundAny(outer, rest) ? rest : with(rest, outer);
    } while (!OPEN.compareAndSet(before, after));
  }

  private static boolean isAroundAny(Recording outer, Recording[] recordings) {
    for (Recording recording : recordings) {
      for (Recording each = recording; each != null; each = each.outer()) {
        if (each == outer) {
          return true;
        }
      }
    }
    return false;
  }

  private static Recording[] with(Recording[] recordings, Recording added) {
    Recording[] result = new Recording[recordings.length + 1];
    System.arraycopy(recordings, 0, result, 0, recordings.length);
    result[recordings.length] = added;
    return result;
  }

  private static Recording[] without(Recording[] recordings, @Nullable Recording removed) {
    for (int i = 0; i < recordings.length; i++) {
      if (recordings[i] == removed) {
        Recording[] rest = recordings.length == 1 ? NONE : new Recording[recordings.length - 1];
        System.arraycopy(recordings, 0, rest, 0, i);
        System.arraycopy(recordings, i + 1, rest, i, rest.length - i);
        return rest;
      }
    }
    return recordings;
  }
}
