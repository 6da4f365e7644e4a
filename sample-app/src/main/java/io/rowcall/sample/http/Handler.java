package io.rowcall.sample.http;

/** Handles a request. A thrown {@link HttpError} becomes its status, anything else a 500 or 503. */
@FunctionalInterface
public interface Handler {
  Response handle(Request request) throws Exception;

  /** Returns a handler that responds with this message to unexpected failures. */
  static Handler failingWith(String message, Handler handler) {
    return request -> {
      try {
        return handler.handle(request);
      } catch (HttpError httpError) {
        throw httpError;
      } catch (Exception failed) {
        throw HttpError.failed(message, failed);
      }
    };
  }
}
