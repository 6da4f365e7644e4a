package io.rowcall.sample.http;

import org.jspecify.annotations.Nullable;

/** Error with a status and a message that the client can act on. */
public final class HttpError extends RuntimeException {

  private final int status;
  private final @Nullable Integer retryAfterSeconds;

  public HttpError(int status, String message) {
    this(status, message, null);
  }

  public HttpError(int status, String message, @Nullable Integer retryAfterSeconds) {
    super(message, null, false, false);
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  private HttpError(String message, Exception cause) {
    super(message, cause, false, false);
    this.status = 500;
    this.retryAfterSeconds = null;
  }

  /**
   * Returns a 500 with a message of the endpoint; the cause goes to the log, never to the client.
   */
  public static HttpError failed(String message, Exception cause) {
    return new HttpError(message, cause);
  }

  public static HttpError badRequest(String message) {
    return new HttpError(400, message);
  }

  public static HttpError unauthorized() {
    return new HttpError(401, "Unauthorized");
  }

  public static HttpError notFound(String message) {
    return new HttpError(404, message);
  }

  public int status() {
    return status;
  }

  public @Nullable Integer retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
