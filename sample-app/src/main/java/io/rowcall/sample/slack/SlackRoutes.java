package io.rowcall.sample.slack;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.sample.http.HttpError;
import io.rowcall.sample.http.Json;
import io.rowcall.sample.http.Request;
import io.rowcall.sample.http.Response;
import io.rowcall.sample.http.Route;
import io.rowcall.sample.wiring.Resources;
import java.util.ArrayList;
import java.util.List;

/** Endpoint that Slack calls. */
public final class SlackRoutes {

  private static final int MOST_EVENTS = 200;

  private final SlackEvents baseline;
  private final SlackEvents optimized;

  public SlackRoutes(Resources resources) {
    baseline = new BaselineSlackEvents(resources.jdbi(), resources.clock());
    optimized =
        new OptimizedSlackEvents(
            resources.jdbi(), resources.clock(), resources.cache(), resources.keys());
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/baseline/api/slack/events", request -> store(request, baseline)),
        Route.post("/api/slack/events", request -> store(request, optimized)));
  }

  private static Response store(Request request, SlackEvents slack) throws Exception {
    JsonNode body = Json.object(request.body());
    List<SlackEvents.Event> events = new ArrayList<>();
    for (JsonNode each : body.path("events")) {
      String id = each.path("id").asText("");
      if (id.isBlank() || id.length() > 60) {
        throw HttpError.badRequest("each event needs an id of 1 to 60 characters");
      }
      events.add(new SlackEvents.Event(id, each.path("type").asText("message"), each.toString()));
    }
    if (events.isEmpty() || events.size() > MOST_EVENTS) {
      throw HttpError.badRequest("events must be a list of 1 to " + MOST_EVENTS + " events");
    }
    return Response.ok(slack.store(body.path("team_id").asText(""), events));
  }
}
