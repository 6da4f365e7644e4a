package io.rowcall.boot.context;

import io.rowcall.boot.request.Branches;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestContext;
import io.rowcall.boot.request.RequestQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Exchange of a server whose requests own no thread: one request, from the moment when its head has
 * been decoded until the last byte of its response is written, or its connection is closed.
 *
 * <p>Each thread that runs code of the exchange enters a branch of its request, the event loop
 * included. So the request itself is written here only, at both ends.
 *
 * <p>Any thread ends it, once.
 */
public final class ServerExchange {
  /** Status of an upgrade to a web socket, which lasts as long as its users want. */
  private static final int SWITCHING_PROTOCOLS = 101;

  private final Request request;
  private final RequestContext context;
  private final PendingResponse response;
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile int status;
  private volatile boolean failed;
  private volatile boolean streaming;
  private volatile boolean held;
  private volatile boolean dropped;

  /** The exchange that follows on the same connection. */
  @Nullable ServerExchange next;

  private ServerExchange(Request request) {
    this.request = request;
    this.context = request.context();
    context.setExchange(this);
    this.response = new PendingResponse(request);
    request.pendingResponse = response;
  }

  /**
   * Begins an exchange; the thread enters it separately.
   *
   * @param trace the trace context of the caller; null if there is none
   */
  public static ServerExchange begin(
      @Nullable String method, @Nullable String path, @Nullable String trace) {
    PendingResponse.onAsyncStarted();
    MainJob.onService();
    Request request = RequestQueue.acquire();
    request.begin(method, path);
    request.trace = trace;
    Recording.assign(request, ThreadState.current().request);
    return new ServerExchange(request);
  }

  public RequestContext context() {
    return context;
  }

  public PendingResponse response() {
    return response;
  }

  /** The head of the response is known. */
  public void onResponse(int statusCode, @Nullable String contentType) {
    status = statusCode;
    streaming = statusCode == SWITCHING_PROTOCOLS || AsyncRequest.isStream(contentType);
  }

  /** Its handler has failed, whatever status the server answers. */
  public void onFailure() {
    failed = true;
  }

  /** An object of the server leads to it, and will end it. */
  public void onHeld() {
    held = true;
  }

  public boolean isHeld() {
    return held;
  }

  /** Whether another request has taken its place. */
  public boolean isDropped() {
    return dropped;
  }

  public boolean isOver() {
    return over.get();
  }

  /** Whether it has executed a statement so far; false when it is over. */
  public boolean hasExecuted() {
    return !over.get() && request.executionsSoFar() > 0;
  }

  /**
   * Gives way to a servlet that takes over the request: drops it, unless it has executed something.
   */
  public void giveWay() {
    if (!hasExecuted() && over.compareAndSet(false, true)) {
      dropped = true;
      response.onEnd();
      request.pendingResponse = null;
      Recording.onAggregated(request);
      Branches.close(request);
      RequestQueue.release(request);
    }
  }

  /** Hands the request over, once. */
  public void end() {
    if (over.compareAndSet(false, true)) {
      request.endNanos = System.nanoTime();
      request.streaming |= streaming;
      AsyncRequest.end(request, status, failed);
    }
  }
}
