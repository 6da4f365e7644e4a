package io.rowcall.cli.gate;

import java.time.LocalDate;

/**
 * A finding that is known and borne for a while.
 *
 * @param finding the finding's id
 * @param where {@code budget.yml:12}
 * @param until the last day on which it is borne
 */
record Debt(String finding, String where, String reason, String owner, LocalDate until) {}
