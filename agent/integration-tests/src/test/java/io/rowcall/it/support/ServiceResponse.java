package io.rowcall.it.support;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Response of a service to one request. */
public record ServiceResponse(String path, int status, HttpHeaders headers, byte[] body) {
  /** Headers that the agent adds, in lower case. */
  public static final Set<String> AGENT_HEADERS =
      Set.of("x-response-time-ms", "x-query-count", "x-cache-hit", "server-timing");

  static ServiceResponse of(String path, HttpResponse<byte[]> response) {
    return new ServiceResponse(path, response.statusCode(), response.headers(), response.body());
  }

  /** Returns the only value of a header, or a text such as {@code 0 headers X-Query-Count}. */
  public String header(String name) {
    List<String> values = headers.allValues(name);
    return values.size() == 1 ? values.get(0) : values.size() + " headers " + name;
  }

  /** The body, decoded as UTF-8. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The headers that the service itself sets, without the date. */
  public Map<String, List<String>> serviceHeaders() {
    var remaining = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    remaining.putAll(headers.map());
    remaining.keySet().removeIf(name -> AGENT_HEADERS.contains(name.toLowerCase(Locale.ROOT)));
    remaining.remove("date");
    return remaining;
  }
}
