package io.rowcall.core.findings;

import java.util.List;

/** The same questions in transactions that are tried again, and in others. */
final class RepeatedTransactions {
  private static final String USER = "SELECT * FROM users WHERE id = ?";
  private static final String BOOK = "UPDATE stock SET left = ? WHERE id = ?";

  private RepeatedTransactions() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("a transaction tried again after a conflict")
            .request(
                s ->
                    s.select(USER, 1, 7)
                        .failing(() -> s.write(BOOK, 1, 2))
                        .rollsBack()
                        .select(USER, 1, 7)
                        .write(BOOK, 1, 2)
                        .commits()),
        Scenario.of("a transaction tried again that had written nothing yet")
            .request(
                s ->
                    s.select(USER, 1, 7)
                        .rollsBack()
                        .select(USER, 1, 7)
                        .write(BOOK, 1, 2)
                        .commits()),
        Scenario.of("the same within one try of two")
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
        Scenario.of("connections that only read, rolled back by their pool")
            .shows("duplicate confirmed users")
            .request(s -> s.select(USER, 1, 7).rollsBack().select(USER, 1, 7).rollsBack()),
        Scenario.of("the same in two transactions")
            .shows("duplicate confirmed users")
            .request(s -> s.select(USER, 1, 7).commits().select(USER, 1, 7).commits()));
  }
}
