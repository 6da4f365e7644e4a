package io.rowcall.sample.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.cache.Invalidation;
import io.rowcall.sample.auth.Callers;
import io.rowcall.sample.http.HttpError;
import io.rowcall.sample.http.Json;
import io.rowcall.sample.http.Request;
import io.rowcall.sample.http.Response;
import io.rowcall.sample.http.Route;
import io.rowcall.sample.wiring.Resources;
import java.util.List;

/** Endpoints of the user's account. */
public final class AccountRoutes {

  private final Resources resources;
  private final Account baseline;
  private final Account optimized;

  public AccountRoutes(Resources resources) {
    this.resources = resources;
    baseline = new BaselineAccount(resources.jdbi(), resources.clock());
    optimized = new OptimizedAccount(resources.jdbi(), resources.clock());
  }

  public List<Route> routes() {
    return List.of(
        Route.get(
            "/baseline/api/user/usage",
            request -> Response.ok(baseline.usage(Callers.userId(request)))),
        Route.get("/api/user/usage", this::usage),
        Route.get(
            "/baseline/api/user/bot-settings",
            request -> Response.ok(baseline.botSettings(Callers.userId(request)))),
        Route.get("/api/user/bot-settings", this::botSettings),
        Route.put(
            "/baseline/api/user/bot-settings",
            request -> {
              Account.BotChange change = change(request);
              baseline.save(Callers.userId(request), change);
              return Response.ok(change);
            }),
        Route.put("/api/user/bot-settings", this::saveBotSettings),
        Route.get(
            "/baseline/api/user/subscription",
            request -> Response.ok(baseline.subscription(Callers.userId(request)))),
        Route.get("/api/user/subscription", this::subscription));
  }

  private Response usage(Request request) throws Exception {
    String userId = Callers.userId(request);
    return resources.cached(resources.keys().usage(userId), () -> optimized.usage(userId));
  }

  private Response botSettings(Request request) throws Exception {
    String userId = Callers.userId(request);
    return resources.cached(resources.keys().settings(userId), () -> optimized.botSettings(userId));
  }

  private Response saveBotSettings(Request request) {
    String userId = Callers.userId(request);
    Account.BotChange change = change(request);
    optimized.save(userId, change);
    resources.cache().invalidate(Invalidation.ofKey(resources.keys().settings(userId).text()));
    return Response.ok(change);
  }

  private Response subscription(Request request) throws Exception {
    String userId = Callers.userId(request);
    return resources.cached(
        resources.keys().subscription(userId), () -> optimized.subscription(userId));
  }

  private static Account.BotChange change(Request request) {
    JsonNode body = Json.object(request.body());
    String name = Json.text(body, "botName", 80);
    String language = body.path("language").asText("en");
    String style = body.path("summaryStyle").asText("short");
    if (language.length() > 10 || style.length() > 30) {
      throw HttpError.badRequest("language has 10 characters at most, summaryStyle 30");
    }
    return new Account.BotChange(
        name,
        body.path("autoJoin").asBoolean(true),
        body.path("autoRecord").asBoolean(false),
        language,
        style);
  }
}
