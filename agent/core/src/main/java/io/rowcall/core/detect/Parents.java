package io.rowcall.core.detect;

import io.rowcall.boot.Request;
import io.rowcall.core.sql.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parent of a group: the query executed before it whose rows explain the repeats. The one
 * whose rows are as many as there are distinct binds is it; else the nearest whose rows the binds
 * nearly fill, because a first-level cache answers some, and several columns ask for more.
 */
final class Parents {
  private Parents() {}

  static @Nullable Group of(Request request, Group repeated, Groups groups, long distinct) {
    if (repeated.logged == 0 || distinct < 2) {
      return null;
    }
    Group nearly = null;
    for (int i = 0; i < groups.size(); i++) {
      Group candidate = groups.get(i);
      if (candidate == repeated
          || candidate.kind() != Kind.SELECT
          || candidate.logged == 0
          || candidate.rows < 2
          || candidate.rowsOfLog[0] > repeated.rowsOfLog[0]
          || candidate.executions >= repeated.executions) {
        continue;
      }
      long rows = candidate.rows;
      if (rows == distinct || rows == repeated.executions) {
        return candidate;
      }
      boolean someFromCache = distinct < rows && distinct * 2 >= rows;
      boolean severalForEach = distinct > rows && distinct % rows == 0 && distinct / rows <= 4;
      if (someFromCache || severalForEach) {
        nearly = candidate;
      }
    }
    return nearly;
  }
}
