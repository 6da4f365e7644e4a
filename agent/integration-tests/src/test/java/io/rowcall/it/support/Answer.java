package io.rowcall.it.support;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What came back for one request. */
public record Answer(String path, int status, HttpHeaders headers, byte[] body) {
  public static final Set<String> ADDED_HEADERS =
      Set.of("x-response-time-ms", "x-query-count", "x-cache-hit", "server-timing");

  public static Answer of(String path, HttpResponse<byte[]> response) {
    return new Answer(path, response.statusCode(), response.headers(), response.body());
  }

  public String header(String name) {
    List<String> values = headers.allValues(name);
    return values.size() == 1 ? values.get(0) : values.size() + " headers " + name;
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The headers that the service itself has set, but for the date. */
  public Map<String, List<String>> ownHeaders() {
    var own = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    own.putAll(headers.map());
    own.keySet().removeIf(name -> ADDED_HEADERS.contains(name.toLowerCase(Locale.ROOT)));
    own.remove("date");
    return own;
  }
}
