package io.rowcall.sample.meetings;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.sample.http.HttpError;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** A meeting that somebody wants to hold. */
record NewMeeting(String title, Instant startsAt, Instant endsAt, List<Invited> attendees) {

  /** Somebody to invite. */
  record Invited(String name, String email) {}

  /**
   * @throws HttpError 400 when a field is missing or is not what it should be
   */
  static NewMeeting from(JsonNode body) {
    List<Invited> invited = new ArrayList<>();
    for (JsonNode each : body.path("attendees")) {
      invited.add(new Invited(text(each, "name"), text(each, "email")));
    }
    var meeting =
        new NewMeeting(
            text(body, "title"),
            instant(body, "startsAt"),
            instant(body, "endsAt"),
            List.copyOf(invited));
    if (!meeting.endsAt.isAfter(meeting.startsAt)) {
      throw HttpError.badRequest("endsAt must be after startsAt");
    }
    return meeting;
  }

  private static String text(JsonNode body, String field) {
    String value = body.path(field).asText("");
    if (value.isBlank() || value.length() > 200) {
      throw HttpError.badRequest(field + " must be a text of 1 to 200 characters");
    }
    return value;
  }

  private static Instant instant(JsonNode body, String field) {
    try {
      return Instant.parse(body.path(field).asText(""));
    } catch (DateTimeParseException malformed) {
      throw HttpError.badRequest(field + " must be an instant such as 2030-01-31T09:00:00Z");
    }
  }
}
