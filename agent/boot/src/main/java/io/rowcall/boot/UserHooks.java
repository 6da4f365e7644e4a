package io.rowcall.boot;

import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.Request;
import org.jspecify.annotations.Nullable;

/**
 * Who a request is made for, as the application itself has been told: nobody is asked who might
 * have to look it up in a session or a database.
 *
 * <p><b>Threads:</b> the one that serves the request; what others say is ignored.
 */
public final class UserHooks {
  /** The application has put it into its logging context. */
  public static final int LOGGED = 1;

  /** The server knows it. */
  public static final int OF_SERVER = 2;

  /** A request, or a wrapper of one, has told it. */
  public static final int TOLD = 3;

  /** A security framework has authenticated it. */
  public static final int AUTHENTICATED = 4;

  /** It stands where the configuration says. */
  public static final int CONFIGURED = 5;

  private static final int MAX_LENGTH = 200;

  private UserHooks() {}

  /** Whether the user of a request is wanted. */
  public static boolean wanted() {
    return Settings.user;
  }

  /** The header that holds the user; null when none is configured. */
  public static @Nullable String header() {
    return Settings.userHeader;
  }

  /** The request attribute that holds the user; null when none is configured. */
  public static @Nullable String attribute() {
    return Settings.userAttribute;
  }

  /** A user is told on a thread that serves a request; of equal rank, the last word counts. */
  public static void told(int rank, @Nullable String user) {
    if (user == null || user.isEmpty() || !Settings.user) {
      return;
    }
    Request request = ThreadState.current().request;
    if (request != null && !request.isBranch()) {
      is(request, rank, user);
    }
  }

  /** The user of a request, as known at its end. */
  public static void is(Request request, int rank, @Nullable String user) {
    if (user != null && !user.isEmpty() && rank >= request.userRank) {
      request.user = user.length() <= MAX_LENGTH ? user : user.substring(0, MAX_LENGTH);
      request.userRank = rank;
    }
  }

  /** A key of the logging context is set. */
  public static void logged(@Nullable String key, @Nullable String value) {
    if (key != null && (key.equals("userId") || key.equals("user.id"))) {
      told(LOGGED, value);
    }
  }

  /**
   * A security framework tells who is authenticated.
   *
   * @return whether that is news for the request of this thread
   */
  public static boolean isNews(@Nullable Object authentication) {
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

  /** Whether no security framework has told the request of this thread anything. */
  public static boolean isUnguarded() {
    Request request = ThreadState.current().request;
    return request != null && request.principal == null && Settings.user;
  }
}
