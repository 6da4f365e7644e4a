package io.rowcall.core.findings;

import java.util.List;

/** Writes made row by row, loops of several statements, and duplicates: each must be found. */
final class RepeatedWrites {
  private static final String INSERT = "INSERT INTO visit (pet_id, day) VALUES (?, ?)";
  private static final String OWNERS = "SELECT id FROM owner";
  private static final String PETS = "SELECT * FROM pet WHERE owner_id = ?";
  private static final String USER = "SELECT * FROM users WHERE id = ?";

  private RepeatedWrites() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("single-row inserts in a loop")
            .shows("n+1-write likely visit")
            .request(s -> s.each(10, i -> s.write(INSERT, i, 1))),
        Scenario.of("single-row inserts for the rows of a query")
            .shows("n+1-write confirmed visit for pet")
            .request(s -> s.select("SELECT id FROM pet", 10).each(10, i -> s.write(INSERT, i, 1))),
        Scenario.of("single-row updates in a loop")
            .shows("n+1-write likely pet")
            .request(
                s -> s.each(7, i -> s.write("UPDATE pet SET weight = ? WHERE id = ?", i * 3, i))),
        Scenario.of("single-row deletes in a loop")
            .shows("n+1-write likely pet")
            .request(s -> s.each(7, i -> s.write("DELETE FROM pet WHERE id = ?", i))),
        Scenario.of("single-row merges in a loop")
            .shows("n+1-write likely pet")
            .request(
                s ->
                    s.each(
                        7,
                        i ->
                            s.write(
                                "INSERT INTO pet (id, name) VALUES (?, ?) ON CONFLICT (id)"
                                    + " DO UPDATE SET name = excluded.name",
                                i,
                                "n" + i))),
        Scenario.of("the same row written again and again")
            .shows("n+1-write suspect counter")
            .request(s -> s.each(9, i -> s.write("UPDATE counter SET n = n + 1 WHERE id = ?", 1))),
        Scenario.of("batches of one")
            .shows("n+1-write suspect visit")
            .request(s -> s.each(10, i -> s.batch(INSERT, 1))),
        Scenario.of("inserts with literals in the text")
            .shows("n+1-write likely visit")
            .request(
                s -> s.each(6, i -> s.text("INSERT INTO visit (pet_id) VALUES (" + i + ")", 0))),
        Scenario.of("a stored procedure for each row, without results")
            .shows("n+1-write likely -")
            .request(s -> s.each(6, i -> s.write("{call book(?)}", i))),
        Scenario.of("a loop of two reads")
            .shows("n+1-select confirmed pet+invoice for owner")
            .request(
                s ->
                    s.select(OWNERS, 8)
                        .each(
                            8,
                            i ->
                                s.select(PETS, 2, i)
                                    .select("SELECT * FROM invoice WHERE owner_id = ?", 1, i))),
        Scenario.of("a loop of three statements, a write among them")
            .shows("n+1-select confirmed pet+stay+owner for owner")
            .request(
                s ->
                    s.select(OWNERS, 6)
                        .each(
                            6,
                            i ->
                                s.select(PETS, 2, i)
                                    .select("SELECT * FROM stay WHERE owner_id = ?", 1, i)
                                    .write("UPDATE owner SET seen = ? WHERE id = ?", i, i))),
        Scenario.of("read, change, write, for each row")
            .shows("n+1-select confirmed account+account for client")
            .request(
                s ->
                    s.select("SELECT id FROM client", 5)
                        .each(
                            5,
                            i ->
                                s.select("SELECT * FROM account WHERE client_id = ?", 1, i)
                                    .write("UPDATE account SET sum = ? WHERE id = ?", i, i))),
        Scenario.of("the same query with the same binds")
            .shows("duplicate confirmed users")
            .request(s -> s.select(USER, 1, 7).select(USER, 1, 7)),
        Scenario.of("the same text twice")
            .shows("duplicate confirmed settings")
            .request(s -> s.text("SELECT * FROM settings", 4).text("SELECT * FROM settings", 4)),
        Scenario.of("the same query in several layers, with work in between")
            .shows("duplicate confirmed users")
            .request(
                s ->
                    s.select(USER, 1, 7)
                        .pause(30)
                        .select(OWNERS, 2)
                        .pause(30)
                        .select(USER, 1, 7)
                        .select("SELECT * FROM menu", 5)
                        .select(USER, 1, 7)),
        Scenario.of("the same query after an unrelated write")
            .shows("duplicate confirmed users")
            .request(s -> s.select(USER, 1, 7).write(INSERT, 1, 1).select(USER, 1, 7)),
        Scenario.of("a loop that asks for the same row each time")
            .shows("duplicate confirmed users")
            .request(s -> s.select(OWNERS, 12).each(12, i -> s.select(USER, 1, 7))),
        Scenario.of("each of a few rows asked for many times")
            .shows("duplicate confirmed users")
            .request(s -> s.each(12, i -> s.select(USER, 1, i % 3))),
        Scenario.of("a duplicate beside an N+1")
            .shows("duplicate confirmed users", "n+1-select confirmed pet for owner")
            .request(
                s ->
                    s.select(USER, 1, 7)
                        .select(OWNERS, 6)
                        .each(6, i -> s.select(PETS, 2, i))
                        .select(USER, 1, 7)),
        Scenario.of("a slow query")
            .shows("slow-query confirmed owner")
            .requests(6, s -> s.taking(250).select(OWNERS, 3)),
        Scenario.of("a slow request")
            .shows("slow-request confirmed")
            .requests(6, s -> s.select(OWNERS, 3).pause(1_200)),
        Scenario.of("too many different queries")
            .shows("too-many-queries confirmed")
            .request(s -> s.each(51, i -> s.select("SELECT * FROM t" + i + " WHERE a = ?", 1, i))),
        Scenario.of("a large result")
            .shows("large-result likely owner")
            .request(s -> s.select(OWNERS, 5_000)),
        Scenario.of("independent queries, one after the other")
            .shows("sequential-queries likely orders+visit+invoice")
            .requests(
                6,
                s ->
                    s.taking(90)
                        .select("SELECT COUNT(*) FROM orders WHERE tenant = ?", 1, 4)
                        .select("SELECT COUNT(*) FROM visit WHERE tenant = ?", 1, 4)
                        .select("SELECT COUNT(*) FROM invoice WHERE tenant = ?", 1, 4)),
        Scenario.of("whole tables, one after the other")
            .shows("sequential-queries likely city+country")
            .requests(
                6,
                s ->
                    s.taking(120)
                        .select("SELECT * FROM city", 100)
                        .select("SELECT * FROM country", 50)));
  }
}
