package io.rowcall.sample.http;

import java.util.Map;

/** A status, a JSON body, and the headers that are not the same for every response. */
public record Response(int status, byte[] body, Map<String, String> headers) {

  public static Response ok(Object body) {
    return json(200, body);
  }

  public static Response json(int status, Object body) {
    return new Response(status, Json.bytes(body), Map.of());
  }

  Response with(String name, String value) {
    var more = new java.util.HashMap<>(headers);
    more.put(name, value);
    return new Response(status, body, Map.copyOf(more));
  }
}
