package io.acme.wrappers;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Puts a proxy around an object with every interface that its class has, and around what that
 * returns from {@code java.sql}. It knows methods of JDBC, of the drivers and of {@code Object},
 * and fails the call of any other.
 */
final class Copies implements InvocationHandler {
  private final Object target;

  private Copies(Object target) {
    this.target = target;
  }

  static <T> T around(Class<T> type, Object target) {
    Set<Class<?>> interfaces = new LinkedHashSet<>();
    interfaces.add(type);
    for (Class<?> c = target.getClass(); c != null; c = c.getSuperclass()) {
      interfaces.addAll(Set.of(c.getInterfaces()));
    }
    return type.cast(
        Proxy.newProxyInstance(
            Copies.class.getClassLoader(),
            interfaces.toArray(new Class<?>[0]),
            new Copies(target)));
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
