package io.rowcall.core.findings;

import java.util.List;

/** Reads made row by row: each must be found, with its parent. */
final class RepeatedReads {
  private static final String OWNERS = "SELECT id FROM owner";
  private static final String PETS = "SELECT * FROM pet WHERE owner_id = ?";

  private RepeatedReads() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("a loop of prepared selects")
            .shows("n+1-select confirmed pet for owner")
            .request(s -> s.select(OWNERS, 25).each(25, i -> s.select(PETS, 2, i))),
        Scenario.of("a loop with literals in the text")
            .shows("n+1-select confirmed pet for owner")
            .request(
                s ->
                    s.text(OWNERS, 25)
                        .each(25, i -> s.text("SELECT * FROM pet WHERE owner_id = " + i, 2))),
        Scenario.of("a loop over three rows, by an id")
            .shows("n+1-select confirmed pet for owner")
            .request(s -> s.select(OWNERS, 3).each(3, i -> s.select(PETS, 1, i))),
        Scenario.of("a loop over three rows, by an id of another name")
            .shows("n+1-select likely city for owner")
            .request(
                s ->
                    s.select(OWNERS, 3)
                        .each(3, i -> s.select("SELECT * FROM city WHERE id = ?", 1, i))),
        Scenario.of("a loop without a parent")
            .shows("n+1-select likely pet")
            .request(s -> s.each(12, i -> s.select(PETS, 1, i))),
        Scenario.of("a loop of exactly five")
            .shows("n+1-select suspect pet")
            .request(s -> s.each(5, i -> s.select(PETS, 1, i))),
        Scenario.of("the parent read in two queries")
            .shows("n+1-select confirmed pet for owner")
            .request(
                s ->
                    s.select("SELECT id FROM owner WHERE city = ?", 10, 1)
                        .select("SELECT id FROM owner WHERE city = ?", 15, 2)
                        .each(25, i -> s.select(PETS, 2, i))),
        Scenario.of("some rows answered by a first-level cache")
            .shows("n+1-select likely city for owner")
            .request(
                s ->
                    s.select(OWNERS, 25)
                        .each(16, i -> s.select("SELECT * FROM city WHERE id = ?", 1, i))),
        Scenario.of("two executions for each row")
            .shows("n+1-select likely pet for owner")
            .request(
                s ->
                    s.select(OWNERS, 10)
                        .each(20, i -> s.select("SELECT * FROM pet WHERE id = ?", 1, i))),
        Scenario.of("few distinct binds, one for each row")
            .shows("n+1-select confirmed city for owner")
            .request(
                s ->
                    s.select(OWNERS, 25)
                        .each(25, i -> s.select("SELECT * FROM city WHERE id = ?", 1, i % 5))),
        Scenario.of("nested loops, each with its own parent")
            .shows("n+1-select confirmed pet for owner", "n+1-select confirmed visit for pet")
            .request(
                s ->
                    s.select(OWNERS, 6)
                        .each(
                            6,
                            i ->
                                s.select(PETS, 3, i)
                                    .each(
                                        3,
                                        j ->
                                            s.select(
                                                "SELECT * FROM visit WHERE pet_id = ?",
                                                1,
                                                i * 10 + j)))),
        Scenario.of("two loops over one parent")
            .shows("n+1-select confirmed pet for owner", "n+1-select confirmed invoice for owner")
            .request(
                s ->
                    s.select(OWNERS, 8)
                        .each(8, i -> s.select(PETS, 2, i))
                        .each(8, i -> s.select("SELECT * FROM invoice WHERE owner_id = ?", 1, i))),
        Scenario.of("two possible parents of one size: the one that the key is named after")
            .shows("n+1-select confirmed pet for owner")
            .request(
                s ->
                    s.select(OWNERS, 7)
                        .select("SELECT id FROM vet", 7)
                        .each(7, i -> s.select(PETS, 2, i))),
        Scenario.of("two possible parents of one size: the nearer one when the names do not decide")
            .shows("n+1-select confirmed photo for vet")
            .request(
                s ->
                    s.select(OWNERS, 7)
                        .select("SELECT id FROM vet", 7)
                        .each(7, i -> s.select("SELECT * FROM photo WHERE id = ?", 1, i))),
        Scenario.of("executions on several threads at once")
            .shows("n+1-select confirmed pet for owner")
            .request(
                s -> s.select(OWNERS, 12).together(() -> s.each(12, i -> s.select(PETS, 2, i)))),
        Scenario.of("IN lists of changing length, for each row")
            .shows("n+1-select confirmed item for orders")
            .request(
                s ->
                    s.select("SELECT id FROM orders", 8)
                        .each(
                            8, i -> s.text("SELECT * FROM item WHERE order_id IN " + list(i), i))),
        Scenario.of("a walk through a tree")
            .shows("n+1-select likely node for node")
            .request(
                s -> {
                  String children = "SELECT id FROM node WHERE above = ?";
                  s.select(children, 3, 0);
                  s.each(3, i -> s.select(children, 2, i));
                  s.each(6, i -> s.select(children, 0, 10 + i));
                }),
        Scenario.of("lazy loading after the service has returned")
            .shows("n+1-select confirmed pet for owner")
            .request(
                s ->
                    s.select(OWNERS, 9)
                        .select("SELECT * FROM theme WHERE id = ?", 1, 1)
                        .pause(40)
                        .each(9, i -> s.select(PETS, 2, i))),
        Scenario.of("the newest of each row")
            .shows("n+1-select confirmed visit for pet")
            .request(
                s ->
                    s.select("SELECT id FROM pet", 11)
                        .each(
                            11,
                            i ->
                                s.select(
                                    "SELECT * FROM visit WHERE pet_id = ? ORDER BY day DESC LIMIT"
                                        + " 1",
                                    1,
                                    i))),
        Scenario.of("the newest of each row, without a parent")
            .shows("n+1-select suspect visit")
            .request(
                s ->
                    s.each(
                        6,
                        i ->
                            s.select(
                                "SELECT * FROM visit WHERE pet_id = ? ORDER BY day DESC LIMIT 1",
                                1,
                                i))),
        Scenario.of("a count for each row")
            .shows("n+1-select confirmed pet for owner")
            .request(
                s ->
                    s.select(OWNERS, 15)
                        .each(
                            15,
                            i -> s.select("SELECT COUNT(*) FROM pet WHERE owner_id = ?", 1, i))),
        Scenario.of("a lock for each row")
            .shows("n+1-select confirmed stock for item")
            .request(
                s ->
                    s.select("SELECT id FROM item WHERE order_id = ?", 6, 1)
                        .each(
                            6,
                            i ->
                                s.select(
                                    "SELECT * FROM stock WHERE item_id = ? FOR UPDATE", 1, i))),
        Scenario.of("a stored procedure for each row, with results")
            .shows("n+1-select likely - for owner")
            .request(s -> s.select(OWNERS, 4).each(8, i -> s.select("{call balance_of(?)}", 1, i))),
        Scenario.of("a loop with more executions than the log keeps")
            .shows("n+1-select likely pet", "too-many-queries confirmed")
            .request(s -> s.taking(0).each(5_000, i -> s.select(PETS, 0, i))),
        Scenario.of("executions that grow with the data: three rows, then three hundred")
            .shows("n+1-select confirmed city for owner", "too-many-queries confirmed")
            .request(
                s ->
                    s.select(OWNERS, 3)
                        .each(3, i -> s.select("SELECT * FROM city WHERE id = ?", 1, i)))
            .request(
                s ->
                    s.select(OWNERS, 300)
                        .each(300, i -> s.select("SELECT * FROM city WHERE id = ?", 1, i))),
        Scenario.of("fewer executions than rows, but growing with them")
            .shows("n+1-select confirmed city for owner")
            .request(
                s ->
                    s.select(OWNERS, 10)
                        .each(8, i -> s.select("SELECT * FROM city WHERE id = ?", 1, i)))
            .request(
                s ->
                    s.select(OWNERS, 50)
                        .each(30, i -> s.select("SELECT * FROM city WHERE id = ?", 1, i))),
        Scenario.of(
                "as many executions as an earlier query has rows, but only in one request of five")
            .shows("n+1-select suspect type")
            .request(
                s ->
                    s.select(OWNERS, 6)
                        .each(6, i -> s.select("SELECT * FROM type WHERE kind = ?", 1, i)))
            .requests(
                4,
                s ->
                    s.select(OWNERS, 70)
                        .each(6, i -> s.select("SELECT * FROM type WHERE kind = ?", 1, i))),
        Scenario.of("executions that do not grow with the earlier query's rows")
            .shows("n+1-select suspect type")
            .request(
                s ->
                    s.select(OWNERS, 6)
                        .each(6, i -> s.select("SELECT * FROM type WHERE kind = ?", 1, i)))
            .request(
                s ->
                    s.select(OWNERS, 12)
                        .each(6, i -> s.select("SELECT * FROM type WHERE kind = ?", 1, i))),
        Scenario.of("an error for one of the rows")
            .shows("n+1-select confirmed pet for owner")
            .request(
                s ->
                    s.select(OWNERS, 9)
                        .each(9, i -> s.select(PETS, 2, i))
                        .failing(() -> s.select(PETS, 0, 99))));
  }

  private static String list(int members) {
    var text = new StringBuilder("(");
    for (int i = 0; i < members; i++) {
      text.append(i == 0 ? "" : ", ").append(members * 100 + i);
    }
    return text.append(')').toString();
  }
}
