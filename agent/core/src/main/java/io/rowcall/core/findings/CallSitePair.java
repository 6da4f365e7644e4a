package io.rowcall.core.findings;

import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Call sites of a query and of its repetition; null where they were not captured. */
final class CallSitePair {
  private static final int MAX_COMPARED = 32;

  final @Nullable Object first;
  final @Nullable Object second;

  private CallSitePair(@Nullable Object first, @Nullable Object second) {
    this.first = first;
    this.second = second;
  }

  /** The first two executions with equal binds and as many rows whose call sites are both known. */
  @SuppressWarnings("ReferenceEquality") // There is one object for each statement.
  static CallSitePair of(Request request, SqlStatement statement) {
    int compared = 0;
    for (int i = 0; i < request.callSites.size() && compared < MAX_COMPARED; i++) {
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
