package io.rowcall.core.findings;

import java.util.List;

/** Loops without a parent among the queries of their request. */
final class LoopsWithoutParents {
  private static final String PETS = "SELECT * FROM pet WHERE owner_id = ?";
  private static final String BY_ID = "SELECT * FROM pet WHERE id = ?";

  private LoopsWithoutParents() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("ten binds in each of five requests")
            .shows("n+1-select likely pet")
            .requests(5, s -> s.each(10, i -> s.select(PETS, 1, i))),
        Scenario.of("nine binds")
            .shows("n+1-select suspect pet")
            .requests(5, s -> s.each(9, i -> s.select(PETS, 1, i))),
        Scenario.of("twelve binds in one request of five")
            .shows("n+1-select suspect pet")
            .request(s -> s.each(12, i -> s.select(PETS, 1, i)))
            .requests(4, s -> s.select("SELECT * FROM menu", 5)),
        Scenario.of("rows looked up by ids from a cached query")
            .shows("n+1-select likely pet")
            .request(s -> s.hitsCache().each(6, i -> s.select(BY_ID, 1, i))),
        Scenario.of("saving entities with assigned ids")
            .shows("n+1-select likely pet")
            .request(
                s ->
                    s.each(6, i -> s.select(BY_ID, 0, i))
                        .batch("INSERT INTO pet (id, name) VALUES (?, ?)", 6)),
        Scenario.of("saving entities with assigned ids one by one")
            .shows("n+1-select likely pet+pet")
            .request(
                s ->
                    s.each(
                        6,
                        i ->
                            s.select(BY_ID, 0, i)
                                .write("INSERT INTO pet (id, name) VALUES (?, ?)", i, 1))),
        Scenario.of("a row by its key with a limit")
            .shows("n+1-select likely pet")
            .request(s -> s.each(12, i -> s.select(BY_ID + " LIMIT 1", 1, i))),
        Scenario.of("a row by its key with an offset of zero")
            .shows("n+1-select likely pet")
            .request(
                s ->
                    s.each(
                        12, i -> s.select(BY_ID + " OFFSET 0 ROWS FETCH NEXT 1 ROWS ONLY", 1, i))),
        Scenario.of("all options read again for each of them")
            .shows("n+1-select likely type for type")
            .request(s -> s.each(7, i -> s.select("SELECT * FROM type ORDER BY name", 6))),
        Scenario.of("all options read again for each row of a list of them")
            .shows("n+1-select confirmed type for type")
            .request(
                s ->
                    s.select("SELECT id FROM type WHERE used", 6)
                        .each(6, i -> s.select("SELECT * FROM type ORDER BY name", 40))));
  }
}
