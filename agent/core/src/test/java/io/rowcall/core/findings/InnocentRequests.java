package io.rowcall.core.findings;

import java.util.List;

/** Requests that look suspicious but are fine: nothing may be found. */
final class InnocentRequests {
  private static final String OWNERS = "SELECT id FROM owner";
  private static final String PETS = "SELECT * FROM pet WHERE owner_id = ?";
  private static final String USER = "SELECT * FROM users WHERE id = ?";
  private static final String PAGE = "SELECT * FROM orders ORDER BY id LIMIT 20 OFFSET ?";

  private InnocentRequests() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("a request without queries").request(s -> s.pause(5)),
        Scenario.of("one query").request(s -> s.select(OWNERS, 25)),
        Scenario.of("the joined form")
            .request(s -> s.select("SELECT * FROM owner o JOIN pet p ON p.owner_id = o.id", 80)),
        Scenario.of("one IN query for all rows")
            .request(
                s ->
                    s.select(OWNERS, 25)
                        .text("SELECT * FROM pet WHERE owner_id IN (1, 2, 3, 4, 5, 6)", 50)),
        Scenario.of("two preloads from one table")
            .request(
                s ->
                    s.select(OWNERS, 2)
                        .select("SELECT * FROM type WHERE kind = ?", 4, 1)
                        .select("SELECT * FROM type WHERE kind = ?", 6, 2)),
        Scenario.of("three preloads, and an earlier query that read three rows")
            .request(
                s ->
                    s.select("SELECT * FROM role", 3)
                        .each(3, i -> s.select("SELECT * FROM type WHERE kind = ?", 4, i))),
        Scenario.of("preloads whose number does not grow")
            .requests(
                4,
                s ->
                    s.select(OWNERS, 40)
                        .each(4, i -> s.select("SELECT * FROM type WHERE kind = ?", 4, i))),
        Scenario.of("a batch fetch of long lists")
            .request(
                s ->
                    s.select(OWNERS, 125)
                        .each(
                            5,
                            i ->
                                s.text(
                                    "SELECT * FROM pet WHERE owner_id IN (" + ids(i, 25) + ")",
                                    50))),
        Scenario.of("a batch fetch of short lists")
            .request(
                s ->
                    s.select(OWNERS, 25)
                        .each(
                            5,
                            i ->
                                s.text(
                                    "SELECT * FROM pet WHERE owner_id IN (" + ids(i, 5) + ")",
                                    10))),
        Scenario.of("a batch fetch whose lists were shorter in an earlier request")
            .request(s -> s.text("SELECT * FROM pet WHERE owner_id IN (1, 2)", 4))
            .request(
                s ->
                    s.select(OWNERS, 120)
                        .each(
                            6,
                            i ->
                                s.text(
                                    "SELECT * FROM pet WHERE owner_id IN (" + ids(i, 20) + ")",
                                    40))),
        Scenario.of("a batch fetch of arrays")
            .request(
                s ->
                    s.select(OWNERS, 120)
                        .each(
                            6, i -> s.select("SELECT * FROM pet WHERE owner_id = ANY(?)", 50, i))),
        Scenario.of("one batch of a thousand")
            .request(s -> s.batch("INSERT INTO visit (pet_id) VALUES (?)", 1_000)),
        Scenario.of("a thousand rows in ten batches")
            .request(s -> s.each(10, i -> s.batch("INSERT INTO visit (pet_id) VALUES (?)", 100))),
        Scenario.of("inserts of many rows each")
            .request(
                s ->
                    s.each(
                        8,
                        i ->
                            s.text(
                                "INSERT INTO visit (pet_id) VALUES (1), (2), (3), (4), (" + i + ")",
                                0))),
        Scenario.of("four single-row inserts")
            .request(s -> s.each(4, i -> s.write("INSERT INTO visit (pet_id) VALUES (?)", i))),
        Scenario.of("paging through one result by offset")
            .request(s -> s.each(12, i -> s.select(PAGE, 20, i * 20))),
        Scenario.of("paging through one result by key")
            .request(
                s ->
                    s.each(
                        12,
                        i ->
                            s.select(
                                "SELECT * FROM orders WHERE id > ? ORDER BY id LIMIT 20", 20, i))),
        Scenario.of("paging through the rows of one key")
            .request(
                s ->
                    s.each(
                        6,
                        i ->
                            s.select(
                                "SELECT * FROM orders WHERE client_id = ? AND id > ?"
                                    + " ORDER BY id LIMIT 20",
                                20,
                                1,
                                i))),
        Scenario.of("polling at intervals")
            .request(
                s ->
                    s.each(8, i -> s.select("SELECT state FROM job WHERE id = ?", 1, 3).pause(50))),
        Scenario.of("a retry after an error")
            .request(s -> s.failing(() -> s.select(USER, 0, 7)).select(USER, 1, 7)),
        Scenario.of("several retries after errors")
            .request(s -> s.failing(() -> s.each(6, i -> s.select(USER, 0, 7))).select(USER, 1, 7)),
        Scenario.of("a write retried after conflicts")
            .request(
                s ->
                    s.failing(
                            () ->
                                s.each(
                                    6, i -> s.write("UPDATE pet SET name = ? WHERE id = ?", 1, i)))
                        .write("UPDATE pet SET name = ? WHERE id = ?", 1, 7)),
        Scenario.of("validation of connections")
            .request(
                s ->
                    s.each(
                        12,
                        i ->
                            s.text("SELECT 1", 1)
                                .select("SELECT * FROM t" + i + " WHERE a = ?", 1, i))),
        Scenario.of("numbers from a sequence")
            .request(s -> s.each(12, i -> s.text("SELECT nextval('visit_seq')", 1))),
        Scenario.of("settings of the session")
            .request(
                s ->
                    s.each(
                        9, i -> s.text("SET search_path TO t" + i, 0).text("SHOW search_path", 1))),
        Scenario.of("transactions")
            .request(s -> s.each(9, i -> s.text("BEGIN", 0).text("COMMIT", 0))),
        Scenario.of("isolation levels")
            .request(
                s -> s.each(9, i -> s.text("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE", 0))),
        Scenario.of("migrations")
            .request(
                s ->
                    s.each(
                        9,
                        i ->
                            s.text("CREATE TABLE t" + i + " (a INT)", 0)
                                .text("CREATE INDEX i" + i + " ON t (a)", 0))),
        Scenario.of("the history of migrations")
            .request(
                s ->
                    s.each(
                        9,
                        i ->
                            s.text(
                                "SELECT \"version\" FROM \"flyway_schema_history\" WHERE rank > "
                                    + i,
                                3))),
        Scenario.of("the current time, several times")
            .request(s -> s.each(5, i -> s.text("SELECT now()", 1))),
        Scenario.of("the same statement in many requests, once each")
            .requests(30, s -> s.select(USER, 1, 7)),
        Scenario.of("a re-read after a write to that table")
            .request(
                s ->
                    s.select(USER, 1, 7)
                        .write("UPDATE users SET name = ? WHERE id = ?", "x", 7)
                        .select(USER, 1, 7)),
        Scenario.of("a re-read after a batch of writes to that table")
            .request(
                s ->
                    s.select(USER, 1, 7)
                        .batch("INSERT INTO users (id) VALUES (?)", 20)
                        .select(USER, 1, 7)),
        Scenario.of("a re-read after a procedure that may have written")
            .request(s -> s.select(USER, 1, 7).text("{call rename_all()}", 0).select(USER, 1, 7)),
        Scenario.of("the same query with another result")
            .request(s -> s.select(PETS, 3, 7).select(OWNERS, 2).select(PETS, 4, 7)),
        Scenario.of("a row locked twice")
            .request(
                s ->
                    s.select(USER + " FOR UPDATE", 1, 7)
                        .select(OWNERS, 2)
                        .select(USER + " FOR UPDATE", 1, 7)),
        Scenario.of("a loop that ends after two")
            .request(s -> s.select(OWNERS, 2).each(2, i -> s.select(PETS, 2, i))),
        Scenario.of("a warm second-level cache").requests(5, s -> s.select(OWNERS, 25).pause(3)),
        Scenario.of("four of many rows looked up")
            .request(s -> s.select(OWNERS, 40).each(4, i -> s.select(PETS, 2, i))),
        Scenario.of("a query of each tenant's schema")
            .request(
                s -> s.each(6, i -> s.select("SELECT COUNT(*) FROM tenant" + i + "x.orders", 1))),
        Scenario.of("many rows, but with a limit")
            .request(s -> s.select("SELECT * FROM orders LIMIT 5000", 5_000)),
        Scenario.of("a query just below the threshold")
            .request(s -> s.taking(199).select(OWNERS, 1)),
        Scenario.of("fifty queries")
            .request(s -> s.each(50, i -> s.select("SELECT * FROM t" + i + " WHERE a = ?", 1, i))),
        Scenario.of("slow queries that may need each other's rows")
            .request(
                s ->
                    s.taking(90)
                        .select("SELECT id FROM orders WHERE tenant = ?", 1, 4)
                        .select("SELECT * FROM visit WHERE order_id = ?", 1, 17)),
        Scenario.of("slow queries with a write between them")
            .request(
                s ->
                    s.taking(110)
                        .select("SELECT * FROM city", 100)
                        .write("INSERT INTO visit (pet_id) VALUES (?)", 1)
                        .select("SELECT * FROM country", 50)),
        Scenario.of("slow queries that run in parallel already")
            .request(
                s ->
                    s.taking(150)
                        .together(
                            () ->
                                s.select("SELECT * FROM city", 100)
                                    .select("SELECT * FROM country", 50))));
  }

  private static String ids(int round, int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : ", ").append(round * 1_000 + i);
    }
    return text.toString();
  }
}
