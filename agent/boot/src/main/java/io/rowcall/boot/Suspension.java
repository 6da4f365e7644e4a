package io.rowcall.boot;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * A request whose servlet has gone asynchronous. Either a dispatch resumes it, or its {@code
 * AsyncListener} ends it; whichever comes first, once.
 *
 * <p>It is the listener as well, behind a {@link Proxy}, because {@code AsyncListener} exists in
 * two packages (javax, jakarta) and neither is visible here. Any thread.
 */
public final class Suspension implements InvocationHandler {
  private final Request request;
  private final int generation;
  private boolean over;
  private boolean failed;

  Suspension(Request request) {
    this.request = request;
    this.generation = request.generation;
  }

  /** This, as an implementation of the given {@code AsyncListener} interface. */
  public Object listener(Class<?> type) {
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this);
  }

  synchronized @Nullable Request resume() {
    if (over || generation != request.generation) {
      return null;
    }
    over = true;
    return request;
  }

  /** Ends the request now. Does nothing when it has been resumed or ended. */
  public synchronized void end(int status) {
    if (over || generation != request.generation) {
      return;
    }
    over = true;
    request.endNanos = System.nanoTime();
    HttpHooks.ends(request, status, failed);
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
      synchronized (this) {
        failed = true;
      }
    } else if (name.equals("onComplete") && arguments != null) {
      end(status(method, arguments[0]));
    }
    return null;
  }

  /** The status of {@code event.getSuppliedResponse()}, by the interfaces that declare both. */
  private static int status(Method onComplete, Object event) {
    try {
      Class<?> eventType = onComplete.getParameterTypes()[0];
      Object response = eventType.getMethod("getSuppliedResponse").invoke(event);
      String types = eventType.getName().replace("AsyncEvent", "http.HttpServletResponse");
      Class<?> responseType = Class.forName(types, false, eventType.getClassLoader());
      Object status = responseType.getMethod("getStatus").invoke(response);
      return status instanceof Integer ? (Integer) status : 0;
    } catch (Exception | LinkageError noStatus) {
      return 0;
    }
  }
}
