package io.rowcall.boot;

import io.rowcall.boot.context.AsyncRequest;
import io.rowcall.boot.context.PendingResponse;
import io.rowcall.boot.context.Recording;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestQueue;
import io.rowcall.boot.state.ExchangeState;
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

  /** Request attribute under which a response that goes on asynchronously is found. */
  public static final String ANSWERING = "rowcall.answering";

  /** To that of a web socket, which lasts as long as its users. */
  private static final int SWITCHING_PROTOCOLS = 101;

  private HttpHooks() {}

  /** True when this thread serves a request already: whatever starts now is a part of it. */
  public static boolean serving() {
    Request request = ThreadState.current().request;
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
    ThreadState slot = ThreadState.current();
    Request now = slot.request;
    if ((now != null && !now.isBranch()) || Engine.current() == null) {
      return null;
    }
    Request request = null;
    if (suspended instanceof AsyncRequest) {
      request = ((AsyncRequest) suspended).resume();
    }
    if (request == null) {
      request = RequestQueue.acquire();
      request.begin(method, path);
      Recording.serves(request, now);
    }
    slot.serves(request);
    return request;
  }

  /** The outermost frame returns: from here on, the thread serves nobody. */
  public static ThreadState leaves(Request request) {
    ThreadState slot = ThreadState.current();
    slot.leave(request);
    return slot;
  }

  /** Whether other threads may have executed something for a request that was not seen as its. */
  public static boolean isDoubtful(Request request) {
    return PendingResponse.isDoubtful(request);
  }

  /** The route template below the context path, when a framework knows it. */
  public static void describe(
      Request request, @Nullable Object route, @Nullable String contextPath) {
    if (route != null) {
      request.route =
          contextPath == null || contextPath.isEmpty()
              ? route.toString()
              : contextPath.concat(route.toString());
    }
  }

  /**
   * What kind of response it has been given.
   *
   * @param contentType as its header has it, or null
   */
  public static void answersWith(Request request, @Nullable String contentType) {
    request.streams = AsyncRequest.isStream(contentType);
  }

  /** Hands the finished request over. Call it last. */
  public static void ends(Request request, int status, boolean failed) {
    request.streams |= status == SWITCHING_PROTOCOLS;
    AsyncRequest.end(request, status, failed);
  }

  /**
   * Asynchronous work has been started.
   *
   * @return what to tell of its end; null when this thread serves nobody, or was told already
   */
  public static @Nullable AsyncRequest suspends() {
    ThreadState slot = ThreadState.current();
    Request request = slot.request;
    if (request == null || request.isBranch() || request.asyncRequest != null) {
      return null;
    }
    PendingResponse.onAsyncStarted();
    slot.dropFigures();
    AsyncRequest async = new AsyncRequest(request);
    request.asyncRequest = async;
    return async;
  }

  /**
   * The response to the request that this thread has suspended.
   *
   * @return the value of {@link #ANSWERING}
   */
  public static @Nullable Object answering() {
    Request request = ThreadState.current().request;
    if (request == null) {
      return null;
    }
    if (request.pendingResponse == null) {
      request.pendingResponse = new PendingResponse(request);
    }
    return request.pendingResponse;
  }

  /** Whether any response may have gone asynchronous, and is worth looking for. */
  public static boolean isAsynchronous() {
    return PendingResponse.mayExist() && Settings.headers;
  }

  /** A server's own exchange is given the value of {@link #ANSWERING}. */
  public static void isAnswered(@Nullable Object exchange, @Nullable Object answering) {
    if (exchange instanceof ExchangeState) {
      ((ExchangeState) exchange).rowcall$answering(answering);
    }
  }

  /** What {@link #isAnswered} was told, unless a channel has gone on to its next exchange. */
  public static @Nullable Object answeringAt(@Nullable Object exchange) {
    if (!PendingResponse.mayExist() || !(exchange instanceof ExchangeState)) {
      return null;
    }
    Object answering = ((ExchangeState) exchange).rowcall$answering();
    if (answering instanceof PendingResponse && ((PendingResponse) answering).over()) {
      ((ExchangeState) exchange).rowcall$answering(null);
      return null;
    }
    return answering;
  }

  /**
   * Asynchronous work is being completed.
   *
   * @param answering the value of {@link #ANSWERING}
   * @return the figures for its response; null while its thread has not left, which sets them then
   */
  public static @Nullable ThreadState completes(@Nullable Object answering) {
    if (!(answering instanceof PendingResponse) || !((PendingResponse) answering).completes()) {
      return null;
    }
    return ((PendingResponse) answering).figures(ThreadState.current());
  }

  /**
   * The thread that suspended a request leaves.
   *
   * @return whether the asynchronous work has been completed, and nobody else sets the headers
   */
  public static boolean leavesCompleted(Request request) {
    PendingResponse answering = PendingResponse.of(request);
    return answering != null && answering.leaves();
  }

  public static boolean isSuspended(Request request) {
    return request.asyncRequest != null;
  }

  /** Hands the request over, unless its asynchronous work goes on. Call it last, when leaving. */
  public static void endsOrGoesOn(Request request, int status, boolean failed) {
    AsyncRequest suspension = (AsyncRequest) request.asyncRequest;
    if (suspension == null) {
      ends(request, status, failed);
    } else {
      request.asyncRequest = null;
      ThreadState.current().dropFigures();
      suspension.left();
    }
  }

  public static boolean wantsHeaders() {
    return Settings.headers;
  }

  /** There is no later chance for headers: the handler sends them itself, or never. */
  public static void dropFigures(ThreadState slot) {
    slot.dropFigures();
  }

  /** A response is being committed on this thread, and nothing else is known of it. */
  public static @Nullable ThreadState commits() {
    return commits(null);
  }

  /**
   * A response is being committed on this thread.
   *
   * @param answering the value of {@link #ANSWERING}, or null for a response that its own thread
   *     commits
   * @return the figures for its headers, or null when it is no response to a counted request
   */
  public static @Nullable ThreadState commits(@Nullable Object answering) {
    if (!Settings.headers) {
      return null;
    }
    ThreadState slot = ThreadState.current();
    if (answering instanceof PendingResponse && !((PendingResponse) answering).over()) {
      return ((PendingResponse) answering).figures(slot);
    }
    Request request = slot.request;
    if (request != null && answering != null) {
      return null; // This thread works for another request, or for one that is over.
    }
    slot.timed = request == null;
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
