package io.rowcall.sample.events;

import io.rowcall.sample.db.Columns;
import io.rowcall.sample.http.HttpError;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Reads a whole event in one statement, or only its answers if the rest is cached. The answers of a
 * person come as one row: forty rows instead of eight thousand.
 */
final class OptimizedEvents {

  /** Avoids several round trips with drivers that fetch a hundred rows at a time. */
  private static final int FETCH_SIZE = 1_000;

  private final Jdbi jdbi;

  OptimizedEvents(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Event without its answers, which change more often. */
  record Plan(EventView.Details event, List<EventView.Person> people, List<EventView.Slot> slots) {}

  /** Event with its answers. */
  record CompleteEvent(Plan plan, List<EventView.Answer> answers) {}

  CompleteEvent event(String token) {
    var reader = new Reader(token);
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT kind, id, text1, text2, text3, text4, time1, time2
                    FROM (SELECT 'E' AS kind, e.id AS id,
                                 e.title AS text1, e.description AS text2, e.time_zone AS text3, u.name AS text4,
                                 e.created_at AS time1, e.updated_at AS time2
                          FROM events e JOIN users u ON u.id = e.host_user_id
                          WHERE e.token = :token
                          UNION ALL
                          SELECT 'S', s.id,
                                 s.display_name, CAST(NULL AS VARCHAR(10)), CAST(NULL AS VARCHAR(10)),
                                 CAST(NULL AS VARCHAR(10)), s.created_at, s.created_at
                          FROM event_sessions s JOIN events e ON e.id = s.event_id
                          WHERE e.token = :token
                          UNION ALL
                          SELECT 'B', b.id,
                                 CAST(NULL AS VARCHAR(10)), CAST(NULL AS VARCHAR(10)), CAST(NULL AS VARCHAR(10)),
                                 CAST(NULL AS VARCHAR(10)), b.starts_at, b.ends_at
                          FROM event_blocks b JOIN events e ON e.id = b.event_id
                          WHERE e.token = :token
                          UNION ALL
                          SELECT 'A', a.session_id,
                                 STRING_AGG(a.block_id || '=' || a.status, ','), CAST(NULL AS VARCHAR(10)),
                                 CAST(NULL AS VARCHAR(10)), CAST(NULL AS VARCHAR(10)),
                                 MAX(a.updated_at), MAX(a.updated_at)
                          FROM event_availability a JOIN events e ON e.id = a.event_id
                          WHERE e.token = :token
                          GROUP BY a.session_id) parts
                    """)
                .bind("token", token)
                .setFetchSize(FETCH_SIZE)
                .map((row, context) -> reader.read(row))
                .list());
    return reader.event();
  }

  List<EventView.Answer> answers(String token) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT a.session_id, STRING_AGG(a.block_id || '=' || a.status, ',') AS answers
                    FROM event_availability a JOIN events e ON e.id = a.event_id
                    WHERE e.token = ?
                    GROUP BY a.session_id
                    """)
                .bind(0, token)
                .setFetchSize(FETCH_SIZE)
                .map((row, context) -> answers(row.getLong("session_id"), row.getString("answers")))
                .list()
                .stream()
                .flatMap(List::stream)
                .toList());
  }

  /** Parses the answers of one person: {@code block=status,block=status}. */
  private static List<EventView.Answer> answers(long person, String joined) {
    List<EventView.Answer> answers = new ArrayList<>();
    for (String answer : joined.split(",", -1)) {
      int equals = answer.indexOf('=');
      answers.add(
          new EventView.Answer(
              person, Long.parseLong(answer.substring(0, equals)), answer.substring(equals + 1)));
    }
    return answers;
  }

  /** Collects the rows of the four parts, in any order. */
  private static final class Reader {

    private final String token;
    private EventView.@Nullable Details event;
    private final List<EventView.Person> people = new ArrayList<>();
    private final List<EventView.Slot> slots = new ArrayList<>();
    private final List<EventView.Answer> answers = new ArrayList<>();

    Reader(String token) {
      this.token = token;
    }

    long read(ResultSet row) throws SQLException {
      long id = row.getLong("id");
      switch (row.getString("kind")) {
        case "E" ->
            event =
                new EventView.Details(
                    id,
                    token,
                    row.getString("text1"),
                    row.getString("text2"),
                    row.getString("text3"),
                    row.getString("text4"));
        case "S" -> people.add(new EventView.Person(id, row.getString("text1")));
        case "B" ->
            slots.add(
                new EventView.Slot(
                    id, Columns.instant(row, "time1"), Columns.instant(row, "time2")));
        default -> answers.addAll(OptimizedEvents.answers(id, row.getString("text1")));
      }
      return id;
    }

    CompleteEvent event() {
      if (event == null) {
        throw HttpError.notFound("there is no such event");
      }
      people.sort(java.util.Comparator.comparingLong(EventView.Person::id));
      slots.sort(
          java.util.Comparator.comparing(EventView.Slot::startsAt)
              .thenComparing(EventView.Slot::id));
      return new CompleteEvent(new Plan(event, people, slots), answers);
    }
  }
}
