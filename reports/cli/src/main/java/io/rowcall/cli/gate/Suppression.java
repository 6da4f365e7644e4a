package io.rowcall.cli.gate;

import java.time.LocalDate;

/**
 * A finding that is known and borne for a while.
 *
 * @param finding the finding's id
 * @param endpoint of the finding; empty: not said
 * @param where {@code budget.yml:12}
 * @param until the last day on which it is borne
 * @param at the entry in the file
 * @param id the finding's id in it
 */
record Suppression(
    String finding,
    String endpoint,
    String where,
    String reason,
    String owner,
    LocalDate until,
    TextRange at,
    TextRange id) {

  /** {@code GET /orders: }; empty where the budget does not say. */
  String place() {
    return endpoint.isEmpty() ? "" : endpoint + ": ";
  }

  /** {@code "N+1: SELECT ITEMS ×20" of team orders}: what people know it by. */
  String inWords() {
    return '"' + reason.strip() + '"' + (owner.isEmpty() ? "" : " of " + owner);
  }
}
