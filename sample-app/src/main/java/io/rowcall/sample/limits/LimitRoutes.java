package io.rowcall.sample.limits;

import io.rowcall.sample.auth.Callers;
import io.rowcall.sample.http.Handler;
import io.rowcall.sample.http.HttpError;
import io.rowcall.sample.http.Request;
import io.rowcall.sample.http.Response;
import io.rowcall.sample.http.Route;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Endpoint that returns the remaining requests, and the guard for other endpoints. */
public final class LimitRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(LimitRoutes.class);

  private final RateLimiter baseline;
  private final RateLimiter optimized;

  public LimitRoutes(RateLimiter baseline, RateLimiter optimized) {
    this.baseline = baseline;
    this.optimized = optimized;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/baseline/api/rate-limit", request -> decide(request, baseline)),
        Route.get("/api/rate-limit", request -> decide(request, optimized)));
  }

  /** Returns the route behind the limiter; a limiter that fails lets requests through. */
  public Route guard(Route route) {
    RateLimiter limiter = route.template().startsWith("/baseline/") ? baseline : optimized;
    Handler guarded =
        request -> {
          String userId = request.header("X-User-Id");
          if (userId != null) {
            require(userId, limiter);
          }
          return route.handler().handle(request);
        };
    return new Route(route.method(), route.template(), guarded);
  }

  private static void require(String userId, RateLimiter limiter) {
    RateLimiter.Decision decision;
    try {
      decision = limiter.tryAcquire(userId);
    } catch (RuntimeException failed) {
      LOG.warn("the rate limiter failed, requests are not limited: {}", failed.toString());
      return;
    }
    requireAllowed(decision);
  }

  private static Response decide(Request request, RateLimiter limiter) {
    RateLimiter.Decision decision = limiter.tryAcquire(Callers.userId(request));
    requireAllowed(decision);
    return Response.ok(decision);
  }

  private static void requireAllowed(RateLimiter.Decision decision) {
    if (!decision.allowed()) {
      throw new HttpError(
          429,
          "more than " + decision.limit() + " requests in an hour; try again later",
          decision.retryAfterSeconds());
    }
  }
}
