package io.rowcall.it.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.it.support.Route;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What holds beyond {@link ServiceContract} on every servlet container; a level more, so that it is
 * written once.
 */
public abstract class ServletContract extends ServiceContract {

  @Override
  public final List<Route> more() {
    return Stream.concat(Stream.of(Route.ERROR, Route.ASYNC), Route.MORE_ASYNC.stream()).toList();
  }

  @Test
  public void endsAnAsyncRequestWhereItsWorkCompletes() {
    JsonNode endpoint = report().endpoint(Route.ASYNC.name());
    double millis = endpoint.at("/latencyMillis/max").asDouble();
    assertTrue(millis >= 50, endpoint::toString);
  }
}
