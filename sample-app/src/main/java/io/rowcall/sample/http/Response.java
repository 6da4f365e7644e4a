package io.rowcall.sample.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * HTTP response: status, JSON body, and headers beyond the common ones.
 *
 * @param events streamed instead of a body, for as long as the client listens; usually null
 */
public record Response(
    int status, byte[] body, Map<String, String> headers, @Nullable EventSource events) {

  Response(int status, byte[] body, Map<String, String> headers) {
    this(status, body, headers, null);
  }

  public static Response streaming(EventSource events) {
    return new Response(200, new byte[0], Map.of("Cache-Control", "no-store"), events);
  }

  public static Response ok(Object body) {
    return json(200, body);
  }

  public static Response json(int status, Object body) {
    byte[] bytes = body instanceof JsonBytes serialized ? serialized.utf8() : Json.bytes(body);
    return new Response(status, bytes, Map.of());
  }

  Response with(String name, String value) {
    var extended = new java.util.HashMap<>(headers);
    extended.put(name, value);
    return new Response(status, body, Map.copyOf(extended), events);
  }
}
