package io.rowcall.core.detect;

import io.rowcall.boot.Request;
import io.rowcall.core.sql.Normalised;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How many different sets of binds a group of executions had: over all, and when a write to one of
 * the statement's tables makes the next reading of the same a new one.
 */
final class Binds {
  private long[] sorted = new long[64];

  /** Different sets of binds. */
  long distinct(Request request, Group group) {
    for (int i = 0; i < group.logged; i++) {
      put(i, request.binds[group.rowsOfLog[i]]);
    }
    return distinct(group.logged);
  }

  /** The same, where a write in between counts as a change. */
  long distinctBetweenWrites(Request request, Group group, Groups groups) {
    long[] epochs = new long[group.logged];
    for (int g = 0; g < groups.size(); g++) {
      Group writer = groups.get(g);
      if (writer != group && writesTo(writer.scanned(), group.scanned())) {
        for (int w = 0; w < writer.logged; w++) {
          for (int i = 0; i < group.logged; i++) {
            if (writer.rowsOfLog[w] < group.rowsOfLog[i]) {
              epochs[i]++;
            }
          }
        }
      }
    }
    for (int i = 0; i < group.logged; i++) {
      long binds = request.binds[group.rowsOfLog[i]];
      put(i, (binds ^ (epochs[i] * 0x9E3779B97F4A7C15L)) + epochs[i]);
    }
    return distinct(group.logged);
  }

  private static boolean writesTo(@Nullable Normalised writer, @Nullable Normalised reader) {
    if (writer == null || reader == null) {
      return false;
    }
    for (String written : writer.writeTables()) {
      for (String read : reader.readTables()) {
        if (written.equals(read)) {
          return true;
        }
      }
    }
    return false;
  }

  private void put(int i, long value) {
    if (i == sorted.length) {
      sorted = Arrays.copyOf(sorted, sorted.length * 2);
    }
    sorted[i] = value;
  }

  private long distinct(int count) {
    Arrays.sort(sorted, 0, count);
    long distinct = count == 0 ? 0 : 1;
    for (int i = 1; i < count; i++) {
      if (sorted[i] != sorted[i - 1]) {
        distinct++;
      }
    }
    return distinct;
  }
}
