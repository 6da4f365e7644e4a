package io.rowcall.boot;

import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.Request;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * JMS {@code MessageListener} that is a lambda, behind a proxy that begins a unit of work for each
 * message. By reflection, because the interface exists in two packages (javax, jakarta), and
 * neither is visible here. A message takes some microseconds more.
 */
final class ListenerLambda implements InvocationHandler {
  private final Object listener;
  private final Class<?> queue;
  private final Class<?> temporaryQueue;
  private final Class<?> topic;

  private ListenerLambda(Object listener, Class<?> type) throws ClassNotFoundException {
    String listenerType = type.getName();
    String api = listenerType.substring(0, listenerType.lastIndexOf('.') + 1);
    ClassLoader loader = type.getClassLoader();
    this.listener = listener;
    this.queue = Class.forName(api + "Queue", false, loader);
    this.temporaryQueue = Class.forName(api + "TemporaryQueue", false, loader);
    this.topic = Class.forName(api + "Topic", false, loader);
  }

  static Object wrap(Object listener, Class<?> type) {
    try {
      return Proxy.newProxyInstance(
          type.getClassLoader(), new Class<?>[] {type}, new ListenerLambda(listener, type));
    } catch (ReflectiveOperationException | RuntimeException ours) {
      Engine.suppress(ours); // Its messages are unattributed then.
      return listener;
    }
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return ofObject(proxy, method, arguments);
    }
    Request started = enter(method, arguments);
    boolean returned = false;
    try {
      Object result = method.invoke(listener, arguments);
      returned = true;
      return result;
    } catch (InvocationTargetException thrown) {
      Throwable cause = thrown.getCause();
      throw cause == null ? thrown : cause;
    } finally {
      leave(started, !returned);
    }
  }

  private @Nullable Object ofObject(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    return method.getName().equals("equals")
        ? Boolean.valueOf(arguments != null && proxy == arguments[0])
        : method.invoke(listener, arguments);
  }

  private @Nullable Request enter(Method method, Object @Nullable [] arguments) {
    try {
      return arguments == null || arguments.length != 1 || arguments[0] == null
          ? null
          : JobHooks.enter(JobHooks.JMS, destination(method.getParameterTypes()[0], arguments[0]));
    } catch (Throwable ours) {
      Engine.suppress(ours);
      return null;
    }
  }

  private static void leave(@Nullable Request started, boolean failed) {
    try {
      JobHooks.leave(started, failed);
    } catch (Throwable ours) {
      Engine.suppress(ours);
    }
  }

  private String destination(Class<?> messageType, Object message)
      throws ReflectiveOperationException {
    Object destination = messageType.getMethod("getJMSDestination").invoke(message);
    Object name = null;
    if (queue.isInstance(destination) && !temporaryQueue.isInstance(destination)) {
      name = queue.getMethod("getQueueName").invoke(destination);
    } else if (topic.isInstance(destination)) {
      name = topic.getMethod("getTopicName").invoke(destination);
    }
    return name instanceof String ? (String) name : JobHooks.UNKNOWN;
  }
}
