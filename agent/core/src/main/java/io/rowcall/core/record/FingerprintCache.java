package io.rowcall.core.record;

import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.sql.Fingerprint;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Cache of statements by {@link Fingerprint}, so that a text that differs from an earlier one only
 * in its literals is not normalized again. Bounded, lock-free, set-associative. Any thread.
 */
final class FingerprintCache {
  private static final int ENTRIES = 4096;
  private static final int WAYS = 4;

  private final AtomicReferenceArray<@Nullable Entry> entries =
      new AtomicReferenceArray<@Nullable Entry>(ENTRIES);

  @Nullable SqlStatement get(long fingerprint) {
    int set = setOf(fingerprint);
    for (int way = 0; way < WAYS; way++) {
      Entry entry = entries.get(set + way);
      if (entry != null && entry.fingerprint == fingerprint) {
        return entry.statement;
      }
    }
    return null;
  }

  void put(long fingerprint, SqlStatement statement) {
    if (fingerprint == Fingerprint.NONE) {
      return;
    }
    int set = setOf(fingerprint);
    int way = 0;
    while (way < WAYS && entries.get(set + way) != null) {
      way++;
    }
    int victim = (int) (fingerprint >>> 62);
    entries.set(set + (way < WAYS ? way : victim), new Entry(fingerprint, statement));
  }

  private static int setOf(long fingerprint) {
    return ((int) fingerprint * WAYS) & (ENTRIES - 1);
  }

  private static final class Entry {
    final long fingerprint;
    final SqlStatement statement;

    Entry(long fingerprint, SqlStatement statement) {
      this.fingerprint = fingerprint;
      this.statement = statement;
    }
  }
}
