package io.rowcall.core.findings;

import java.util.ArrayList;
import java.util.List;

/** Batches that remedy an N+1, as mappers and people write them; and batches that are too small. */
final class BatchFetches {
  private static final String OWNERS = "SELECT id FROM owner";

  private BatchFetches() {}

  static List<Scenario> all() {
    var all = new ArrayList<Scenario>();
    for (String where :
        List.of(
            "array_contains(?, owner_id)",
            "owner_id = ANY(?)",
            "owner_id = ANY(CAST(? AS bigint[]))",
            "owner_id = SOME(?)",
            "owner_id IN (SELECT unnest(?))",
            "owner_id IN (SELECT * FROM unnest(?))",
            "owner_id IN (SELECT value FROM openjson(?))",
            "json_contains(?, owner_id)",
            "owner_id BETWEEN ? AND ?",
            "id >= ? AND id < ?",
            "owner_id = ? OR owner_id = ? OR owner_id = ? OR owner_id = ? OR owner_id = ? OR"
                + " owner_id = ? OR owner_id = ? OR owner_id = ? OR owner_id = ? OR owner_id = ?",
            "(owner_id, kind) IN ((?, ?), (?, ?), (?, ?), (?, ?), (?, ?), (?, ?), (?, ?), (?, ?),"
                + " (?, ?), (?, ?))")) {
      String sql = "SELECT * FROM pet WHERE " + where;
      all.add(
          Scenario.of("batches of ten: " + where)
              .request(s -> s.select(OWNERS, 60).each(6, i -> s.select(sql, 20, i))));
      all.add(
          Scenario.of("batches of ten beside a query of as many rows: " + where)
              .request(
                  s ->
                      s.select("SELECT * FROM menu", 6)
                          .select(OWNERS, 60)
                          .each(6, i -> s.select(sql, 20, i))));
      all.add(
          Scenario.of("batches of ten for keys from a cache: " + where)
              .request(s -> s.each(6, i -> s.select(sql, 20, i))));
    }
    for (String join :
        List.of(
            "unnest(?) k(id) ON k.id = p.owner_id",
            "json_table(?, '$[*]' COLUMNS (id INT PATH '$')) k ON k.id = p.owner_id",
            "(VALUES (?), (?), (?), (?), (?), (?), (?), (?), (?), (?)) k(id) ON k.id ="
                + " p.owner_id")) {
      all.add(
          Scenario.of("batches of ten by a join: " + join)
              .request(
                  s ->
                      s.select(OWNERS, 60)
                          .each(6, i -> s.select("SELECT p.* FROM pet p JOIN " + join, 20, i))));
    }
    String branch = "SELECT * FROM pet WHERE owner_id = ?";
    String union = String.join(" UNION ALL ", java.util.Collections.nCopies(10, branch));
    all.add(
        Scenario.of("batches of ten by UNION ALL")
            .request(s -> s.select(OWNERS, 60).each(6, i -> s.select(union, 20, i))));
    all.add(
        Scenario.of("inserts of many rows each by SELECT … UNION ALL")
            .request(
                s ->
                    s.each(
                        8,
                        i ->
                            s.write(
                                "INSERT INTO visit (pet_id) SELECT ? UNION ALL SELECT ?"
                                    + " UNION ALL SELECT ?",
                                i))));
    all.add(
        Scenario.of("updates by an array")
            .request(
                s -> s.each(8, i -> s.write("UPDATE pet SET seen = ? WHERE id = ANY(?)", 1, i))));
    all.add(
        Scenario.of("a purge in chunks")
            .request(s -> s.each(8, i -> s.write("DELETE FROM log WHERE day < ? LIMIT 1000", 7))));
    all.addAll(small());
    return all;
  }

  private static List<Scenario> small() {
    return List.of(
        Scenario.of("an array for each row is none of the cures")
            .shows("n+1-select confirmed pet for owner")
            .request(
                s ->
                    s.select(OWNERS, 25)
                        .each(
                            25, i -> s.select("SELECT * FROM pet WHERE owner_id = ANY(?)", 2, i))),
        Scenario.of("a status that is one of two is no list of keys")
            .shows("n+1-select confirmed pet for owner")
            .request(
                s ->
                    s.select(OWNERS, 25)
                        .each(
                            25,
                            i ->
                                s.select(
                                    "SELECT * FROM pet WHERE owner_id = ? AND"
                                        + " (status = ? OR status = ?)",
                                    2,
                                    i))),
        Scenario.of("a price for each row, by a range of days")
            .shows("n+1-select confirmed price for item")
            .request(
                s ->
                    s.select("SELECT id FROM item", 25)
                        .each(
                            25,
                            i ->
                                s.select(
                                    "SELECT * FROM price WHERE item_id = ? AND day BETWEEN ? AND ?",
                                    1,
                                    i))),
        Scenario.of("batches of five for a thousand rows")
            .shows(
                "small-batch likely pet for owner",
                "too-many-queries confirmed",
                "large-result likely owner")
            .request(
                s ->
                    s.select(OWNERS, 1_000)
                        .each(
                            200, i -> s.select("SELECT * FROM pet WHERE owner_id = ANY(?)", 9, i))),
        Scenario.of("written lists of two")
            .shows("small-batch likely pet for owner")
            .request(
                s ->
                    s.select(OWNERS, 40)
                        .each(
                            20,
                            i ->
                                s.text(
                                    "SELECT * FROM pet WHERE owner_id IN (" + i + ", " + -i + ")",
                                    4))),
        Scenario.of("a driver's batches of two")
            .shows("small-batch likely visit")
            .request(s -> s.each(40, i -> s.batch("INSERT INTO visit (pet_id) VALUES (?)", 2))));
  }
}
