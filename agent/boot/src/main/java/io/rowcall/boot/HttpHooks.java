package io.rowcall.boot;

import io.rowcall.boot.context.AsyncRequest;
import io.rowcall.boot.context.MainJob;
import io.rowcall.boot.context.PendingResponse;
import io.rowcall.boot.context.Recording;
import io.rowcall.boot.context.ResponseFigures;
import io.rowcall.boot.context.ServerExchange;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestQueue;
import io.rowcall.boot.state.ExchangeState;
import org.jspecify.annotations.Nullable;

/**
 * Hooks of HTTP servers: a request begins at the outermost servlet, filter, or handler, and ends
 * where that returns, or where its asynchronous work completes.
 *
 * <p><b>Threads:</b> the one that serves the request. Nothing here throws by design; the advice
 * suppresses whatever does, and {@link #leave} has reset the thread by then.
 */
public final class HttpHooks {
  /** Request attribute under which a dispatch finds its suspended request. */
  public static final String SUSPENDED = "rowcall.suspended";

  /** Request attribute under which a commit finds its {@link PendingResponse}. */
  public static final String PENDING_RESPONSE = "rowcall.answering";

  /** Status of an upgrade to a web socket, which lasts as long as its users want. */
  private static final int SWITCHING_PROTOCOLS = 101;

  private HttpHooks() {}

  // ---- Requests ----

  /**
   * Whether nothing begins now: this thread serves a request already, of which it is a part, or
   * belongs to the agent.
   */
  public static boolean isServing() {
    ThreadState thread = ThreadState.current();
    Request request = thread.request;
    return thread.ownedByAgent || (request != null && !request.isBranch() && !request.job.isPoll());
  }

  /**
   * Begins a request, or resumes a suspended one.
   *
   * @param suspended the value of {@link #SUSPENDED}, or null
   * @param path the path without the query string
   * @return the value to pass to {@link #leave}; null when there is nothing to leave
   */
  public static @Nullable Request enter(
      @Nullable Object suspended, @Nullable String method, @Nullable String path) {
    ThreadState thread = ThreadState.current();
    JobHooks.endPoll(thread); // A server's thread has left its poll loop, unseen.
    Request current = thread.request;
    if ((current != null && !current.isBranch()) || Engine.current() == null) {
      return null;
    }
    if (current != null && giveWay(thread, current)) {
      current = thread.request;
    }
    Request request = null;
    if (suspended instanceof AsyncRequest) {
      request = ((AsyncRequest) suspended).resume();
    }
    if (request == null) {
      MainJob.onService();
      request = RequestQueue.acquire();
      request.begin(method, path);
      Recording.assign(request, current);
    }
    thread.enter(request);
    return request;
  }

  /**
   * A servlet takes over a request that a handler before it has begun, unless that has executed
   * something. The thread leaves the branch of that handler first.
   */
  private static boolean giveWay(ThreadState thread, Request branch) {
    Object begun = branch.isUnattributed() ? null : branch.context().exchange();
    ServerExchange exchange = (ServerExchange) begun;
    if (exchange == null || exchange.hasExecuted()) {
      return false;
    }
    thread.leaveBranch(branch);
    exchange.giveWay();
    return true;
  }

  /**
   * The outermost frame of a request returns: the thread resumes what it did before.
   *
   * @return the figures for the headers of its response, if these can still be set
   */
  public static ResponseFigures leave(Request request) {
    ThreadState thread = ThreadState.current();
    thread.leave(request);
    return thread.figures;
  }

  /** Whether unattributed executions may belong to a request whose response is pending. */
  public static boolean isAmbiguous(Request request) {
    return PendingResponse.isAmbiguous(request);
  }

  /**
   * Sets the route: a template below the context path.
   *
   * @param route what a framework has left in the request; {@link RouteHooks} knows better
   */
  public static void setRoute(
      Request request, @Nullable Object route, @Nullable String contextPath) {
    String below = request.route;
    if (below == null) {
      below = route == null ? null : route.toString();
    } else if (!request.routeBelowContext) {
      return;
    }
    if (below != null) {
      request.routeBelowContext = false;
      request.route =
          contextPath == null || contextPath.isEmpty() ? below : contextPath.concat(below);
    }
  }

  /**
   * Whether the content type matters: only a request that took long may be a stream instead of
   * slow. Servers allocate when they are asked for a header.
   */
  public static boolean needsContentType(Request request) {
    return request.endNanos - request.startNanos > Settings.slowRequestNanos;
  }

  /**
   * The content type of the response is known.
   *
   * @param contentType the value of the header; null if it has none
   */
  public static void onContentType(Request request, @Nullable String contentType) {
    request.streaming = AsyncRequest.isStream(contentType);
  }

  /** Hands a finished request over. The last call for it. */
  public static void end(Request request, int status, boolean failed) {
    request.streaming |= status == SWITCHING_PROTOCOLS;
    AsyncRequest.end(request, status, failed);
  }

  // ---- Asynchronous requests ----

  /**
   * Asynchronous work is being started.
   *
   * @return the object to notify of its end; null when this thread serves no request, or has one
   *     already
   */
  public static @Nullable AsyncRequest suspend() {
    ThreadState thread = ThreadState.current();
    Request request = thread.request;
    if (request == null || request.isBranch() || request.asyncRequest != null) {
      return null;
    }
    PendingResponse.onAsyncStarted();
    thread.figures.discard();
    AsyncRequest async = new AsyncRequest(request);
    request.asyncRequest = async;
    return async;
  }

  public static boolean isSuspended(Request request) {
    return request.asyncRequest != null;
  }

  /** Hands a request over, unless its asynchronous work continues. The last call when leaving. */
  public static void endUnlessSuspended(Request request, int status, boolean failed) {
    AsyncRequest async = AsyncRequest.of(request);
    if (async == null) {
      end(request, status, failed);
    } else {
      request.asyncRequest = null;
      ThreadState.current().figures.discard();
      async.onLeft();
    }
  }

  /** The pending response of the request that this thread has suspended. */
  public static @Nullable Object pendingResponse() {
    Request request = ThreadState.current().request;
    if (request == null) {
      return null;
    }
    if (request.pendingResponse == null) {
      request.pendingResponse = new PendingResponse(request);
    }
    return request.pendingResponse;
  }

  /** Whether any response may be pending, and is worth looking for. */
  public static boolean mayBePending() {
    return PendingResponse.mayExist() && Settings.headers;
  }

  /** Stores a pending response on a server's exchange. */
  public static void setPendingResponse(@Nullable Object exchange, @Nullable Object response) {
    if (exchange instanceof ExchangeState) {
      ((ExchangeState) exchange).rowcall$answering(response);
    }
  }

  /** The pending response of an exchange, unless its channel already serves the next request. */
  public static @Nullable Object pendingResponse(@Nullable Object exchange) {
    if (!PendingResponse.mayExist() || !(exchange instanceof ExchangeState)) {
      return null;
    }
    Object response = ((ExchangeState) exchange).rowcall$answering();
    if (response instanceof PendingResponse && ((PendingResponse) response).isOver()) {
      ((ExchangeState) exchange).rowcall$answering(null);
      return null;
    }
    return response;
  }

  /**
   * Before asynchronous work is completed.
   *
   * @param response the value of {@link #PENDING_RESPONSE}
   * @return the figures for its headers; null while its thread has not left yet, because that
   *     thread will set them
   */
  public static @Nullable ResponseFigures beforeComplete(@Nullable Object response) {
    if (!(response instanceof PendingResponse) || !((PendingResponse) response).complete()) {
      return null;
    }
    return ThreadState.current().capture((PendingResponse) response);
  }

  /**
   * The thread that suspended a request leaves. Captures the figures again, because other threads
   * may have worked on between {@link #leave} and the completion.
   *
   * @return whether the asynchronous work has been completed, and no other thread sets the headers
   */
  public static boolean leaveCompleted(Request request) {
    PendingResponse response = PendingResponse.of(request);
    if (response == null || !response.leave()) {
      return false;
    }
    ThreadState.current().figures.capture(request, System.nanoTime());
    return true;
  }

  // ---- Headers ----

  public static boolean sendsHeaders() {
    return Settings.headers;
  }

  /** Before a response of which nothing else is known is committed on this thread. */
  public static @Nullable ResponseFigures beforeCommit() {
    return beforeCommit(null);
  }

  /**
   * Before a response is committed on this thread.
   *
   * @param response the value of {@link #PENDING_RESPONSE}; null for a response that its own thread
   *     commits
   * @return the figures for its headers; null when it does not answer a counted request
   */
  public static @Nullable ResponseFigures beforeCommit(@Nullable Object response) {
    if (!Settings.headers) {
      return null;
    }
    ThreadState thread = ThreadState.current();
    if (response instanceof PendingResponse && !((PendingResponse) response).isOver()) {
      return thread.capture((PendingResponse) response);
    }
    Request request = thread.request == null || isJob(thread.request) ? null : thread.request;
    if (request != null && response != null) {
      return null; // This thread works for another request, or for one that is over.
    }
    ResponseFigures figures = thread.figures;
    figures.setTimingSet(request == null);
    if (request != null) {
      Request root = request.root();
      if (root == null) {
        return null; // The task has outlived its request.
      }
      thread.committed = true;
      figures.capture(root, System.nanoTime());
    } else if (!figures.areAvailable()) {
      return null;
    }
    figures.discard();
    return figures;
  }

  /** Whether this is a job, or a thread that one has started: no response answers it. */
  private static boolean isJob(Request request) {
    Request root = request.root();
    return request.isUnattributed() || (root != null && root.job.isJob());
  }
}
