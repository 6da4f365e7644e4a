package io.rowcall.sample.meetings;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.sample.http.HttpError;
import io.rowcall.sample.http.Json;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Meeting to create. */
record NewMeeting(String title, Instant startsAt, Instant endsAt, List<Invited> attendees) {

  /** Person to invite. */
  record Invited(String name, String email) {}

  /**
   * Parses a body.
   *
   * @throws HttpError 400 if a field is missing or invalid
   */
  static NewMeeting from(JsonNode body) {
    List<Invited> invited = new ArrayList<>();
    for (JsonNode each : body.path("attendees")) {
      invited.add(new Invited(Json.text(each, "name", 200), Json.text(each, "email", 200)));
    }
    var meeting =
        new NewMeeting(
            Json.text(body, "title", 200),
            instant(body, "startsAt"),
            instant(body, "endsAt"),
            List.copyOf(invited));
    if (!meeting.endsAt.isAfter(meeting.startsAt)) {
      throw HttpError.badRequest("endsAt must be after startsAt");
    }
    return meeting;
  }

  private static Instant instant(JsonNode body, String field) {
    try {
      return Instant.parse(body.path(field).asText(""));
    } catch (DateTimeParseException malformed) {
      throw HttpError.badRequest(field + " must be an instant such as 2030-01-31T09:00:00Z");
    }
  }
}
