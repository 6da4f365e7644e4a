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
 */
record Debt(
    String finding,
    String endpoint,
    String where,
    String reason,
    String owner,
    LocalDate until,
    Span at) {}
