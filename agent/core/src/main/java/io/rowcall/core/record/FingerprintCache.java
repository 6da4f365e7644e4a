package io.rowcall.core.record;

import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.sql.Fingerprint;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * From the {@link Fingerprint} of a text to its statement, so that a text which differs from an
 * earlier one in its literals alone is not scanned. Bounded, lock-free, set-associative; what it
 * forgets is scanned again. Any thread.
 */
final class FingerprintCache {
  private static final int ENTRIES = 4096;
  private static final int WAYS = 4;

  private final AtomicReferenceArray<@Nullable Entry> entries =
      new AtomicReferenceArray<@Nullable Entry>(ENTRIES);

  @Nullable SqlStatement get(long skeleton) {
    int set = setOf(skeleton);
    for (int way = 0; way < WAYS; way++) {
      Entry entry = entries.get(set + way);
      if (entry != null && entry.skeleton == skeleton) {
        return entry.statement;
      }
    }
    return null;
  }

  void put(long skeleton, SqlStatement statement) {
    if (skeleton == Fingerprint.NONE) {
      return;
    }
    int set = setOf(skeleton);
    int way = 0;
    while (way < WAYS && entries.get(set + way) != null) {
      way++;
    }
    int victim = (int) (skeleton >>> 62);
    entries.set(set + (way < WAYS ? way : victim), new Entry(skeleton, statement));
  }

  private static int setOf(long skeleton) {
    return ((int) skeleton * WAYS) & (ENTRIES - 1);
  }

  private static final class Entry {
    final long skeleton;
    final SqlStatement statement;

    Entry(long skeleton, SqlStatement statement) {
      this.skeleton = skeleton;
      this.statement = statement;
    }
  }
}
