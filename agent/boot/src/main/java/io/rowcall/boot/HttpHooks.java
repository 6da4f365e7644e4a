package io.rowcall.boot;

import org.jspecify.annotations.Nullable;

/**
 * What woven HTTP classes call: a request starts at the outermost servlet, filter or handler, and
 * ends where that returns, or where its asynchronous work completes.
 *
 * <p><b>Threads:</b> the one that serves the request. Nothing here throws by design; whatever does
 * is suppressed by the advice, and {@link #leaves} has by then cleaned the thread.
 */
public final class HttpHooks {
  /** Request attribute under which a suspended request is found by its next dispatch. */
  public static final String ATTRIBUTE = "rowcall.suspended";

  private HttpHooks() {}

  /** True when this thread serves a request already: whatever starts now is a part of it. */
  public static boolean serving() {
    Request request = Slot.current().request;
    return request != null && !request.isBranch();
  }

  /**
   * Starts a request, or goes on with a suspended one.
   *
   * @param suspended the value of {@link #ATTRIBUTE}, or null
   * @param path the path without the query string
   * @return what {@link #leaves} wants back; null when there is nothing to leave
   */
  public static @Nullable Request starts(
      @Nullable Object suspended, @Nullable String method, @Nullable String path) {
    Slot slot = Slot.current();
    Request now = slot.request;
    if ((now != null && !now.isBranch()) || Hooks.engine == null) {
      return null;
    }
    Request request = null;
    if (suspended instanceof Suspension) {
      request = ((Suspension) suspended).resume();
    }
    if (request == null) {
      request = Requests.acquire();
      request.begin(method, path);
      Trial.serves(request, now);
    }
    slot.serves(request);
    return request;
  }

  /** The outermost frame returns: from here on, the thread serves nobody. */
  public static Slot leaves(Request request) {
    Slot slot = Slot.current();
    slot.request = request.before();
    slot.executing = false;
    request.endNanos = System.nanoTime();
    slot.figuresOf(request, request.endNanos);
    if (slot.committed) {
      slot.dropFigures();
    }
    return slot;
  }

  /** The route template below the context path, when a framework knows it, and the user. */
  public static void describe(
      Request request,
      @Nullable Object route,
      @Nullable String contextPath,
      @Nullable String user) {
    if (route != null) {
      request.route =
          contextPath == null || contextPath.isEmpty()
              ? route.toString()
              : contextPath.concat(route.toString());
    }
    request.user = user;
  }

  /** Hands the finished request over. Call it last. */
  public static void ends(Request request, int status, boolean failed) {
    request.status = failed && status < 400 ? 500 : status;
    request.failed = failed || status >= 500;
    Requests.finished(request);
  }

  /**
   * Asynchronous work has been started.
   *
   * @return what to tell of its end; null when this thread serves nobody, or was told already
   */
  public static @Nullable Suspension suspends() {
    Slot slot = Slot.current();
    Request request = slot.request;
    if (request == null || request.isBranch() || request.suspension != null) {
      return null;
    }
    slot.figuresOf(request, System.nanoTime());
    slot.dropFigures();
    return request.suspension = new Suspension(request);
  }

  /** The figures as they stood when the asynchronous work was started. */
  public static Slot figures() {
    return Slot.current();
  }

  public static boolean isSuspended(Request request) {
    return request.suspension != null;
  }

  /** Hands the request over, unless its asynchronous work goes on. Call it last, when leaving. */
  public static void endsOrGoesOn(Request request, int status, boolean failed) {
    Suspension suspension = request.suspension;
    if (suspension == null) {
      ends(request, status, failed);
    } else {
      request.suspension = null;
      Slot.current().dropFigures();
      suspension.left();
    }
  }

  public static boolean wantsHeaders() {
    return Settings.headers;
  }

  /** There is no later chance for headers: the handler sends them itself, or never. */
  public static void dropFigures(Slot slot) {
    slot.dropFigures();
  }

  /**
   * A response is being committed on this thread.
   *
   * @return the figures for its headers, or null when it is no response to a counted request
   */
  public static @Nullable Slot commits() {
    Slot slot = Slot.current();
    if (!Settings.headers) {
      return null;
    }
    Request request = slot.request;
    if (request != null) {
      Request root = request.root();
      if (root == null) {
        return null; // The task has outlived its request.
      }
      slot.committed = true;
      slot.figuresOf(root, System.nanoTime());
    } else if (!slot.hasFigures()) {
      return null;
    }
    slot.dropFigures();
    return slot;
  }
}
