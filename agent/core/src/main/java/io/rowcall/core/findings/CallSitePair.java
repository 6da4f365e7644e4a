package io.rowcall.core.findings;

import io.rowcall.boot.Request;
import io.rowcall.boot.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Call sites of a query and of its repetition; null where they were not taken. */
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
    for (int i = 0; i < request.callSites() && compared < MAX_COMPARED; i++) {
      int row = request.callSiteRow(i);
      if (request.statements[row] != statement || request.callSite(i) == null) {
        continue;
      }
      compared++;
      for (int j = i + 1; j < request.callSites(); j++) {
        int other = request.callSiteRow(j);
        if (request.statements[other] == statement
            && request.callSite(j) != null
            && request.binds[row] == request.binds[other]
            && request.rows[row] == request.rows[other]) {
          return row < other
              ? new CallSitePair(request.callSite(i), request.callSite(j))
              : new CallSitePair(request.callSite(j), request.callSite(i));
        }
      }
    }
    return new CallSitePair(null, null);
  }
}
