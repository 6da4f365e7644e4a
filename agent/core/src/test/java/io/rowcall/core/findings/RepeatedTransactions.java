package io.rowcall.core.findings;

import java.util.List;

/** Queries repeated in transactions that are retried, and in separate ones. */
final class RepeatedTransactions {
  private static final String USER = "SELECT * FROM users WHERE id = ?";
  private static final String BOOK = "UPDATE stock SET left = ? WHERE id = ?";

  private RepeatedTransactions() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("a transaction retried after a conflict")
            .request(
                s ->
                    s.select(USER, 1, 7)
                        .failing(() -> s.write(BOOK, 1, 2))
                        .rollsBack()
                        .select(USER, 1, 7)
                        .write(BOOK, 1, 2)
                        .commits()),
        Scenario.of("a transaction retried before it had written anything")
            .request(
                s ->
                    s.select(USER, 1, 7)
                        .rollsBack()
                        .select(USER, 1, 7)
                        .write(BOOK, 1, 2)
                        .commits()),
        Scenario.of("a duplicate within the second attempt")
            .shows("duplicate confirmed users")
            .request(
                s ->
                    s.select(USER, 1, 7)
                        .failing(() -> s.write(BOOK, 1, 2))
                        .rollsBack()
                        .select(USER, 1, 7)
                        .select(USER, 1, 7)
                        .write(BOOK, 1, 2)
                        .commits()),
        Scenario.of("read-only connections that their pool rolls back")
            .shows("duplicate confirmed users")
            .request(s -> s.select(USER, 1, 7).rollsBack().select(USER, 1, 7).rollsBack()),
        Scenario.of("a duplicate in two transactions")
            .shows("duplicate confirmed users")
            .request(s -> s.select(USER, 1, 7).commits().select(USER, 1, 7).commits()));
  }
}
