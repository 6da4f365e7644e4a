package io.rowcall.sample.http;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * HTTP request, independent of the server.
 *
 * @param path without the query string
 * @param query first value of each parameter
 * @param variables values of the variables in the route's template
 */
public record Request(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> variables,
    Function<String, @Nullable String> headers,
    byte[] body) {

  public @Nullable String header(String name) {
    return headers.apply(name);
  }

  public @Nullable String parameter(String name) {
    return query.get(name);
  }

  public String parameter(String name, String defaultValue) {
    return query.getOrDefault(name, defaultValue);
  }

  /**
   * Returns a whole number from the query string.
   *
   * @throws HttpError 400 if it is not a number or outside the limits
   */
  public int intParameter(String name, int defaultValue, int min, int max) {
    String text = query.get(name);
    if (text == null) {
      return defaultValue;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Rejected below, together with numbers outside the limits.
    }
    throw HttpError.badRequest(
        name + " must be a whole number from " + min + " to " + max + ", not \"" + text + "\"");
  }

  public String variable(String name) {
    String value = variables.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the route has no {" + name + "}");
    }
    return value;
  }

  Request withVariables(Map<String, String> values) {
    return new Request(method, path, query, values, headers, body);
  }

  /** Leaves headers and body out: they may hold a session key. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
