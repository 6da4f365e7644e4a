package io.rowcall.boot;

import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.Request;
import org.jspecify.annotations.Nullable;

/**
 * Hooks that record the user of a request when the application learns it. They call no method that
 * might look it up in a session or a database.
 *
 * <p>Sources are ranked; a higher one overrides, and of equal rank the last one wins.
 *
 * <p><b>Threads:</b> the one that serves the request; others are ignored.
 */
public final class UserHooks {
  /** The application's logging context. */
  public static final int LOGGING_CONTEXT = 1;

  /** The server. */
  public static final int SERVER = 2;

  /** The request, or a wrapper of it. */
  public static final int REQUEST = 3;

  /** A security framework. */
  public static final int SECURITY = 4;

  /** The header or attribute of the configuration. */
  public static final int CONFIGURATION = 5;

  private static final int MAX_LENGTH = 200;

  private UserHooks() {}

  public static boolean isEnabled() {
    return Settings.user;
  }

  /** The header that names the user; null when none is configured. */
  public static @Nullable String header() {
    return Settings.userHeader;
  }

  /** The request attribute that names the user; null when none is configured. */
  public static @Nullable String attribute() {
    return Settings.userAttribute;
  }

  /** A user becomes known on a thread that serves a request. */
  public static void onUser(int rank, @Nullable String user) {
    if (user == null || user.isEmpty() || !Settings.user) {
      return;
    }
    Request request = ThreadState.current().request;
    if (request != null && !request.isBranch()) {
      setUser(request, rank, user);
    }
  }

  /** Sets the user of a request, as known at its end. */
  public static void setUser(Request request, int rank, @Nullable String user) {
    if (user != null && !user.isEmpty() && rank >= request.userRank) {
      request.user = user.length() <= MAX_LENGTH ? user : user.substring(0, MAX_LENGTH);
      request.userRank = rank;
    }
  }

  /** A key of the logging context is set. */
  public static void onLoggingContext(@Nullable String key, @Nullable String value) {
    if (key != null && (key.equals("userId") || key.equals("user.id"))) {
      onUser(LOGGING_CONTEXT, value);
    }
  }

  /**
   * A security framework reports an authentication.
   *
   * @return whether it is new for the request of this thread
   */
  public static boolean onAuthentication(@Nullable Object authentication) {
    if (authentication == null || !Settings.user) {
      return false;
    }
    Request request = ThreadState.current().request;
    if (request == null || request.isBranch() || request.principal == authentication) {
      return false;
    }
    request.principal = authentication;
    return true;
  }

  /** Whether no security framework has reported an authentication for the request so far. */
  public static boolean isUnauthenticated() {
    Request request = ThreadState.current().request;
    return request != null && request.principal == null && Settings.user;
  }
}
