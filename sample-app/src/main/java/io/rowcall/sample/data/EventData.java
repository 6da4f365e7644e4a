package io.rowcall.sample.data;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Two scheduling polls: one with many sessions that answered every block, and one with three. */
final class EventData {

  private static final String[] ANSWERS = {"AVAILABLE", "MAYBE", "BUSY"};

  private EventData() {}

  static void load(LoadContext context) throws SQLException {
    event(context, 1, Volumes.HOT_EVENT, context.volumes().eventSessions());
    event(context, 2, Volumes.SMALL_EVENT, 3);
    context.continueIds("events", "event_sessions", "event_blocks");
  }

  private static void event(LoadContext context, long id, String token, int sessions)
      throws SQLException {
    try (var events =
            context.into(
                "events",
                "id",
                "token",
                "title",
                "description",
                "host_user_id",
                "created_at",
                "updated_at");
        var people =
            context.into(
                "event_sessions",
                "id",
                "event_id",
                "session_key",
                "user_id",
                "display_name",
                "created_at");
        var blocks = context.into("event_blocks", "id", "event_id", "starts_at", "ends_at");
        var answers =
            context.into(
                "event_availability",
                "session_id",
                "block_id",
                "event_id",
                "status",
                "updated_at")) {
      Instant created = context.now().minus(5, ChronoUnit.DAYS);
      events.add(id, token, "Event " + id, "When do we meet?", Volumes.userId(0), created, created);
      for (int s = 0; s < sessions; s++) {
        people.add(
            id * 1000 + s,
            id,
            "guest-" + id + "-" + s,
            s % 2 == 0 ? Volumes.userId(s % context.volumes().users()) : null,
            "Guest " + s,
            created.plusSeconds(s));
      }
      for (int b = 0; b < context.volumes().eventBlocks(); b++) {
        Instant starts = context.now().plus(24 + b, ChronoUnit.HOURS);
        blocks.add(id * 10_000 + b, id, starts, starts.plus(1, ChronoUnit.HOURS));
        for (int s = 0; s < sessions; s++) {
          answers.add(
              id * 1000 + s,
              id * 10_000 + b,
              id,
              ANSWERS[context.random(ANSWERS.length)],
              created.plusSeconds(60L + s));
        }
      }
    }
  }
}
