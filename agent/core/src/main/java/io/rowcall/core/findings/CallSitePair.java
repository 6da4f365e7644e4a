package io.rowcall.core.findings;

import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The call sites of a question and of the same one asked again; null where none was taken. */
final class CallSitePair {
  private static final int MOST_COMPARED = 32;

  final @Nullable Object first;
  final @Nullable Object again;

  private CallSitePair(@Nullable Object first, @Nullable Object again) {
    this.first = first;
    this.again = again;
  }

  /** The first two executions with the same binds and answer of which both lines are known. */
  @SuppressWarnings("ReferenceEquality") // There is one object for each statement.
  static CallSitePair of(Request request, SqlStatement statement) {
    int compared = 0;
    for (int i = 0; i < request.callSites.size() && compared < MOST_COMPARED; i++) {
      int row = request.callSites.row(i);
      if (request.log.statement(row) != statement || request.callSites.site(i) == null) {
        continue;
      }
      compared++;
      for (int j = i + 1; j < request.callSites.size(); j++) {
        int other = request.callSites.row(j);
        if (request.log.statement(other) == statement
            && request.callSites.site(j) != null
            && request.log.bindHash(row) == request.log.bindHash(other)
            && request.log.rowsRead(row) == request.log.rowsRead(other)) {
          return row < other
              ? new CallSitePair(request.callSites.site(i), request.callSites.site(j))
              : new CallSitePair(request.callSites.site(j), request.callSites.site(i));
        }
      }
    }
    return new CallSitePair(null, null);
  }
}
