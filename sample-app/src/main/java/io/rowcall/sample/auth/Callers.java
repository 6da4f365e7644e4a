package io.rowcall.sample.auth;

import io.rowcall.sample.http.HttpError;
import io.rowcall.sample.http.Request;

/**
 * Whose data a request without a session is about: the {@code userId} it names. A service that is
 * not a demonstration takes it from the session only.
 */
public final class Callers {

  private Callers() {}

  /**
   * @throws HttpError 401 when the request names nobody
   */
  public static String userId(Request request) {
    String named = request.parameter("userId");
    if (named == null || named.isBlank()) {
      named = request.header("X-User-Id");
    }
    if (named == null || named.isBlank()) {
      throw HttpError.unauthorized();
    }
    return named;
  }
}
