package io.rowcall.gate;

import java.time.LocalDate;

/**
 * A finding that is accepted until a date: an entry of {@code debt} in the budget.
 *
 * @param finding id of the finding
 * @param endpoint of the finding; empty if the entry does not name it
 * @param origin {@code budget.yml:12}
 * @param owner who will fix it; empty if the entry does not say
 * @param until the last day on which it is accepted
 * @param range of the entry in the file
 * @param idRange of the finding's id in the file
 */
record Suppression(
    String finding,
    String endpoint,
    String origin,
    String reason,
    String owner,
    LocalDate until,
    TextRange range,
    TextRange idRange) {

  /** {@code "N+1: SELECT ITEMS ×20" (owner: team orders)}. */
  String describe() {
    return '"' + reason.strip() + '"' + (owner.isEmpty() ? "" : " (owner: " + owner + ")");
  }
}
