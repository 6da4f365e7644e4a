package io.rowcall.sample.auth;

import io.rowcall.sample.http.HttpError;
import io.rowcall.sample.http.Request;

/** Says who asks, by the session key of the request. */
public interface Sessions {

  /**
   * @throws HttpError 401 without a session that is valid now
   */
  User authenticate(Request request) throws Exception;

  /** The user again, for whoever needs a field of it later in the same request. */
  User current(User authenticated) throws Exception;

  /**
   * @throws HttpError 401 when there is none
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
