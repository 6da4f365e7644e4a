package io.rowcall.sample.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Method, path template such as {@code /api/events/{token}}, and handler.
 *
 * @param template segments in braces match any one segment
 */
public record Route(String method, String template, Handler handler) {

  public static Route get(String template, Handler handler) {
    return new Route("GET", template, handler);
  }

  public static Route post(String template, Handler handler) {
    return new Route("POST", template, handler);
  }

  public static Route put(String template, Handler handler) {
    return new Route("PUT", template, handler);
  }

  /** Returns the part before the first brace, as a servlet mapping. */
  String mapping() {
    int brace = template.indexOf('{');
    return brace < 0 ? template : template.substring(0, brace) + "*";
  }

  /** Returns the values of the template's variables if the path matches. */
  Optional<Map<String, String>> match(String path) {
    String[] wanted = template.split("/", -1);
    String[] given = path.split("/", -1);
    if (wanted.length != given.length) {
      return Optional.empty();
    }
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].startsWith("{")) {
        variables.put(wanted[i].substring(1, wanted[i].length() - 1), given[i]);
      } else if (!wanted[i].equals(given[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }
}
