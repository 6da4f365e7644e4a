package io.rowcall.core.findings;

import io.rowcall.boot.request.Request;
import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;
import io.rowcall.core.sql.NormalizedSql;
import io.rowcall.core.sql.StatementKind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the same question asked again: one statement, the same binds, no write to its tables in
 * between, and as many rows in the answer. What a retry of a transaction asks again is asked for
 * the first time. Not safe for several threads at once.
 */
final class DuplicateDetector {
  private static final long EPOCH = 0x9E3779B97F4A7C15L;
  private static final int LOOK_BACK = 32;

  private final int needed;
  private final DistinctCounter questions = new DistinctCounter();
  private final DistinctCounter answers = new DistinctCounter();
  private int[] writes = new int[16];
  private int writeCount;

  DuplicateDetector(Config config) {
    needed = config.count(Setting.DUPLICATES);
  }

  @Nullable Detection of(Request request, StatementGroup group, StatementGroups groups) {
    NormalizedSql scanned = group.scanned();
    if (scanned == null
        || group.kind() != StatementKind.SELECT
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
        || FalsePositives.isPolling(request, group)) {
      return null;
    }
    return new Detection(FindingClass.DUPLICATE, group)
        .repeats(asked, distinct)
        .calledAt(CallSitePair.of(request, group.statement))
        .inSeveralTransactions(isAskedInAnotherTransaction(request, group))
        .saves(avoidable, group.unionNanos(request) / group.executions * avoidable);
  }

  /** Whether a transaction ended between an execution and one that asks the same. */
  private static boolean isAskedInAnotherTransaction(Request request, StatementGroup group) {
    if (request.transactionEnds() == 0) {
      return false;
    }
    for (int j = 1; j < group.logged && j < LOOK_BACK; j++) {
      for (int i = j - 1; i >= 0; i--) {
        int first = group.rowsOfLog[i];
        int again = group.rowsOfLog[j];
        if (request.binds[first] == request.binds[again]) {
          if (TransactionEnds.endedBetween(request, first, again)) {
            return true;
          }
          break;
        }
      }
    }
    return false;
  }

  private void ask(Request request, StatementGroup group) {
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
  private void collectWrites(Request request, StatementGroup reader, StatementGroups groups) {
    writeCount = 0;
    for (int g = 0; g < groups.size(); g++) {
      StatementGroup writer = groups.get(g);
      if (writer != reader && mayWrite(writer, reader)) {
        for (int i = 0; i < writer.logged; i++) {
          addWrite(writer.rowsOfLog[i]);
        }
      }
    }
    addRetries(request);
    Arrays.sort(writes, 0, writeCount);
  }

  private void addRetries(Request request) {
    for (int i = 0; i < request.transactionEnds(); i++) {
      int row = TransactionEnds.retriedFrom(request, i);
      if (row >= 0) {
        addWrite(row);
      }
    }
  }

  private void addWrite(int row) {
    if (writeCount == writes.length) {
      writes = Arrays.copyOf(writes, writeCount * 2);
    }
    writes[writeCount++] = row;
  }

  private static boolean mayWrite(StatementGroup writer, StatementGroup reader) {
    NormalizedSql written = writer.scanned();
    NormalizedSql read = reader.scanned();
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
            || (writer.kind() != StatementKind.SELECT && written.approximate());
    }
  }

  static boolean readSameTable(StatementGroup a, StatementGroup b) {
    NormalizedSql one = a.scanned();
    NormalizedSql other = b.scanned();
    return one != null && other != null && one.readsWhatIsReadBy(other);
  }
}
