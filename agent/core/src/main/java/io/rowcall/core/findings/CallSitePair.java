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
    for (int i = 0; i < request.callSites() && compared < MOST_COMPARED; i++) {
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
