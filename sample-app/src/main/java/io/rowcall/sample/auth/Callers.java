package io.rowcall.sample.auth;

import io.rowcall.sample.http.HttpError;
import io.rowcall.sample.http.Request;

/**
 * Resolves the user of a request without a session: the {@code userId} that it names. A real
 * service would only trust a session.
 */
public final class Callers {

  private Callers() {}

  /**
   * Returns the user's id.
   *
   * @throws HttpError 401 if the request names nobody
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
