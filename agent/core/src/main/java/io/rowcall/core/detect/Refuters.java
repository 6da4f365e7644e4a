package io.rowcall.core.detect;

import io.rowcall.core.sql.Normalised;

/** What looks like an N+1 and is none. */
final class Refuters {
  private Refuters() {}

  /** The same query with a limit, again and again: pages of one result. */
  static boolean isPaging(Group group) {
    Normalised scanned = group.scanned();
    return scanned != null && scanned.hasLimit();
  }
}
