package io.rowcall.it.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.it.support.Route;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Extends {@link ServiceContract} by what holds on every servlet container. */
public abstract class ServletContract extends ServiceContract {

  @Override
  protected final List<Route> additionalRoutes() {
    return Stream.concat(Stream.of(Route.ERROR, Route.ASYNC), Route.ASYNC_VARIANTS.stream())
        .toList();
  }

  @Test
  public void measuresAnAsyncRequestUntilItCompletes() {
    JsonNode endpoint = report().endpoint(Route.ASYNC.name());
    double millis = endpoint.at("/latencyMillis/max").asDouble();
    assertTrue(millis >= 50, endpoint::toString);
  }
}
