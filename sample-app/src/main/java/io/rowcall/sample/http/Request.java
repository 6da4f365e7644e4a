package io.rowcall.sample.http;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One request, whichever server received it.
 *
 * @param path without the query string
 * @param query the first value of each parameter
 * @param variables what the braces of the route's template stand for
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

  public String parameter(String name, String otherwise) {
    return query.getOrDefault(name, otherwise);
  }

  /**
   * A whole number from the query string.
   *
   * @throws HttpError 400 when it is no number or outside the limits
   */
  public int number(String name, int otherwise, int least, int most) {
    String text = query.get(name);
    if (text == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Answered below, together with what is out of range.
    }
    throw HttpError.badRequest(
        name
            + " must be a whole number from "
            + least
            + " to "
            + most
            + "; it is \""
            + text
            + "\"");
  }

  public String variable(String name) {
    String value = variables.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the route has no {" + name + "}");
    }
    return value;
  }

  Request withVariables(Map<String, String> found) {
    return new Request(method, path, query, found, headers, body);
  }

  /** Without headers and body: they may hold a session key. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
