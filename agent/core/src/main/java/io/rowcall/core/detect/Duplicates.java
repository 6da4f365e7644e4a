package io.rowcall.core.detect;

import io.rowcall.boot.Request;
import io.rowcall.core.config.Config;
import io.rowcall.core.config.Key;
import io.rowcall.core.sql.Kind;
import io.rowcall.core.sql.Normalised;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the same question asked again: one statement, the same binds, no write to its tables in
 * between, and as many rows in the answer. Not safe for several threads at once.
 */
final class Duplicates {
  private static final long EPOCH = 0x9E3779B97F4A7C15L;

  private final int needed;
  private final Binds questions = new Binds();
  private final Binds answers = new Binds();
  private int[] writes = new int[16];
  private int writeCount;

  Duplicates(Config config) {
    needed = config.count(Key.DUPLICATES);
  }

  @Nullable Found of(Request request, Group group, Groups groups) {
    Normalised scanned = group.scanned();
    if (scanned == null
        || group.kind() != Kind.SELECT
        || scanned.forUpdate()
        || scanned.readTables().length == 0) {
      return null;
    }
    collectWrites(request, group, groups);
    ask(request, group);
    long asked = questions.size();
    long distinct = questions.distinct();
    long avoidable = asked - distinct;
    if (avoidable < Math.max(1, needed - 1)
        || answers.distinct() > distinct
        || Refuters.isPolling(request, group)) {
      return null;
    }
    return new Found(FindingClass.DUPLICATE, group)
        .repeats(asked, distinct)
        .saves(avoidable, group.unionNanos(request) / group.executions * avoidable);
  }

  private void ask(Request request, Group group) {
    questions.clear();
    answers.clear();
    int epoch = 0;
    for (int i = 0; i < group.logged; i++) {
      int row = group.rowsOfLog[i];
      while (epoch < writeCount && writes[epoch] < row) {
        epoch++;
      }
      if (!request.failedExecution(row)) {
        long question = (request.binds[row] ^ (epoch * EPOCH)) + epoch;
        questions.put(question);
        answers.put(question * 31 + request.rows[row]);
      }
    }
  }

  /** The rows of the log that may have changed an answer, in order. */
  private void collectWrites(Request request, Group reader, Groups groups) {
    writeCount = 0;
    for (int g = 0; g < groups.size(); g++) {
      Group writer = groups.get(g);
      if (writer != reader && mayWrite(writer, reader)) {
        for (int i = 0; i < writer.logged; i++) {
          if (writeCount == writes.length) {
            writes = Arrays.copyOf(writes, writeCount * 2);
          }
          writes[writeCount++] = writer.rowsOfLog[i];
        }
      }
    }
    Arrays.sort(writes, 0, writeCount);
  }

  private static boolean mayWrite(Group writer, Group reader) {
    Normalised written = writer.scanned();
    Normalised read = reader.scanned();
    if (written == null || read == null) {
      return true;
    }
    switch (writer.kind()) {
      case CALL:
      case OTHER:
      case DDL:
        return true;
      case TRANSACTION:
      case INFRASTRUCTURE:
        return false;
      default:
        return written.mayWriteWhatIsReadBy(read)
            || (writer.kind() != Kind.SELECT && written.uncertain());
    }
  }
}
