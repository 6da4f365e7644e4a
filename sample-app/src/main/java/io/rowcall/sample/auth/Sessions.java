package io.rowcall.sample.auth;

import io.rowcall.sample.http.HttpError;
import io.rowcall.sample.http.Request;

/** Authenticates requests by their session key. */
public interface Sessions {

  /**
   * Returns the user of the session.
   *
   * @throws HttpError 401 without a valid session
   */
  User authenticate(Request request) throws Exception;

  /** Returns the user again, for fields needed later in the same request. */
  User current(User authenticated) throws Exception;

  /**
   * Returns the session key.
   *
   * @throws HttpError 401 if there is none
   */
  static String keyOf(Request request) {
    String key = request.header("X-Session-Key");
    if (key != null && !key.isBlank()) {
      return key;
    }
    String bearer = request.header("Authorization");
    if (bearer != null && bearer.startsWith("Bearer ")) {
      return bearer.substring("Bearer ".length());
    }
    throw HttpError.unauthorized();
  }
}
