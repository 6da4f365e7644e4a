package io.acme.wrappers;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Proxy with every interface of the wrapped object's class; also wraps the JDBC objects that it
 * returns. A call of a method that the agent has added fails.
 */
final class CopyingProxy implements InvocationHandler {
  private final Object target;

  private CopyingProxy(Object target) {
    this.target = target;
  }

  static <T> T around(Class<T> type, Object target) {
    Set<Class<?>> interfaces = new LinkedHashSet<>();
    interfaces.add(type);
    for (Class<?> current = target.getClass(); current != null; current = current.getSuperclass()) {
      interfaces.addAll(Set.of(current.getInterfaces()));
    }
    return type.cast(
        Proxy.newProxyInstance(
            CopyingProxy.class.getClassLoader(),
            interfaces.toArray(new Class<?>[0]),
            new CopyingProxy(target)));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getName().contains("$")) {
      System.err.println("called " + method);
      throw new UnsupportedOperationException(method.toString());
    }
    Object result;
    try {
      result = method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
    Class<?> type = method.getReturnType();
    return result != null && type.isInterface() && type.getName().startsWith("java.sql.")
        ? around(type, result)
        : result;
  }
}
