package io.rowcall.boot.context;

import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestQueue;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Request whose servlet has gone asynchronous. A dispatch resumes it, or its {@code AsyncListener}
 * ends it; whichever comes first, once, and never before its thread has left.
 *
 * <p>This object is also the listener, behind a {@link Proxy}, because {@code AsyncListener} exists
 * in two packages (javax, jakarta) and neither is visible here. Any thread.
 */
public final class AsyncRequest implements InvocationHandler {
  private static final int LEFT = 1;
  private static final int COMPLETED = 2;
  private static final int OVER = 4;

  private final Request request;
  private final AtomicInteger state = new AtomicInteger();
  private volatile boolean failed;
  private volatile boolean streaming;

  /** When the thread left: nobody has worked for the request since. */
  private volatile long idleSinceNanos;

  private volatile int status;

  public AsyncRequest(Request request) {
    this.request = request;
  }

  /** The asynchronous state of a request, or null. */
  public static @Nullable AsyncRequest of(Request request) {
    return (AsyncRequest) request.asyncRequest;
  }

  /** Hands a finished request over, asynchronous or not. */
  public static void end(Request request, int status, boolean failed) {
    request.status = failed && status < 400 ? 500 : status;
    request.failed = failed || status >= 500;
    PendingResponse response = PendingResponse.of(request);
    if (response != null) {
      response.onEnd();
      request.pendingResponse = null;
    }
    request.principal = null;
    request.inheritEndpoint();
    RequestQueue.finish(request);
  }

  /** This, as an implementation of the given {@code AsyncListener} interface. */
  public Object asListener(Class<?> type) {
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this);
  }

  /** Resumes the request for a dispatch; null when it is over. */
  public @Nullable Request resume() {
    for (; ; ) {
      int now = state.get();
      if ((now & LEFT) == 0 || (now & OVER) != 0) {
        return null;
      }
      if (state.compareAndSet(now, now | OVER)) {
        request.idleNanos += System.nanoTime() - idleSinceNanos;
        return request;
      }
    }
  }

  /** The thread that started the asynchronous work has left the servlet. */
  public void onLeft() {
    idleSinceNanos = System.nanoTime();
    reach(LEFT);
  }

  private void onComplete(int statusCode) {
    status = statusCode;
    reach(COMPLETED);
  }

  /** Ends the request with the later of the two events, once. */
  private void reach(int event) {
    for (; ; ) {
      int now = state.get();
      int then = now | event;
      boolean ends = (then & OVER) == 0 && (then & LEFT) != 0 && (then & COMPLETED) != 0;
      if (state.compareAndSet(now, ends ? then | OVER : then)) {
        if (ends) {
          request.endNanos = System.nanoTime();
          request.idleNanos += request.endNanos - idleSinceNanos;
          request.streaming |= streaming;
          end(request, status, failed);
        }
        return;
      }
    }
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
    String name = method.getName();
    if (name.equals("hashCode")) {
      return System.identityHashCode(this);
    }
    if (name.equals("equals")) {
      return arguments != null && proxy == arguments[0];
    }
    if (name.equals("toString")) {
      return "rowcall";
    }
    if (name.equals("onTimeout") || name.equals("onError")) {
      failed = true;
    } else if (name.equals("onComplete") && arguments != null) {
      onComplete(status(method, arguments[0]));
    }
    return null;
  }

  /**
   * The status of {@code event.getSuppliedResponse()}, by the interfaces that declare both. Notes
   * whether the response is a stream.
   */
  private int status(Method onComplete, Object event) {
    try {
      Class<?> eventType = onComplete.getParameterTypes()[0];
      Object response = eventType.getMethod("getSuppliedResponse").invoke(event);
      String types = eventType.getName().replace("AsyncEvent", "http.HttpServletResponse");
      Class<?> responseType = Class.forName(types, false, eventType.getClassLoader());
      Object status = responseType.getMethod("getStatus").invoke(response);
      Object contentType = responseType.getMethod("getContentType").invoke(response);
      streaming = isStream((String) contentType);
      return status instanceof Integer ? (Integer) status : 0;
    } catch (Exception | LinkageError noStatus) {
      return 0;
    }
  }

  /** Whether responses of a content type are written for as long as somebody listens. */
  public static boolean isStream(@Nullable String contentType) {
    return contentType != null
        && (contentType.startsWith("text/event-stream")
            || contentType.startsWith("multipart/x-mixed-replace"));
  }
}
