package io.rowcall.core.record;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Names of periodic tasks: {@code com.acme.Job.run}, after the class of the task. A lambda is named
 * after the method that schedules it, because its own name changes with every build. Where a
 * framework wraps the task of the application, the name is that of the wrapped task. Stateless; any
 * thread.
 */
final class JobNames {
  private static final int MAX_WRAPPERS = 8;
  private static final String LAMBDA = "$$Lambda";
  private static final String BODY_OF_LAMBDA = "lambda$";

  private final CallSites callSites;

  JobNames(CallSites callSites) {
    this.callSites = callSites;
  }

  /** The name of a task. A lambda needs its scheduler on the stack of this thread. */
  String of(Object task) {
    Object innermost = unwrap(task);
    String type = innermost.getClass().getName();
    int lambda = type.indexOf(LAMBDA);
    if (lambda > 0) {
      return nameOfLambda(type.substring(0, lambda));
    }
    int generated = type.indexOf("$$");
    String method = innermost instanceof Runnable ? ".run" : ".call";
    return (generated > 0 ? type.substring(0, generated) : type).concat(method);
  }

  /** The application's main method, by the stack of the main thread. */
  String ofMain() {
    StackTraceElement[] stack = new Throwable().getStackTrace();
    for (int i = stack.length - 1; i >= 0; i--) {
      if (stack[i].getMethodName().equals("main")
          && callSites.isApplication(stack[i].getClassName())) {
        return stack[i].getClassName().concat(".main");
      }
    }
    StackTraceElement bottom = stack[stack.length - 1];
    return bottom.getClassName() + '.' + bottom.getMethodName();
  }

  private static String nameOfLambda(String owner) {
    for (StackTraceElement frame : new Throwable().getStackTrace()) {
      if (frame.getClassName().equals(owner)) {
        String method = enclosingMethod(frame.getMethodName());
        return method.startsWith("<") ? owner : owner + '.' + method;
      }
    }
    return owner;
  }

  /** {@code start} of {@code lambda$start$0}, the body of a lambda in {@code start}. */
  private static String enclosingMethod(String method) {
    int end = method.lastIndexOf('$');
    return method.startsWith(BODY_OF_LAMBDA) && end > BODY_OF_LAMBDA.length()
        ? method.substring(BODY_OF_LAMBDA.length(), end)
        : method;
  }

  /** The task that the application has passed, behind the wrappers of libraries. */
  private Object unwrap(Object task) {
    Object current = task;
    for (int i = 0; i < MAX_WRAPPERS; i++) {
      if (callSites.isApplication(current.getClass().getName())) {
        return current;
      }
      Object wrapped = wrapped(current);
      if (wrapped == null) {
        return current;
      }
      current = wrapped;
    }
    return current;
  }

  /** The only task in the fields of a wrapper; null if there is none, or another one. */
  private static @Nullable Object wrapped(Object wrapper) {
    Object found = null;
    for (Class<?> type = wrapper.getClass();
        type != null && type != Object.class;
        type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        boolean isTask = field.getType() == Runnable.class || field.getType() == Callable.class;
        if (isTask && !Modifier.isStatic(field.getModifiers())) {
          Object value = read(field, wrapper);
          if (value != null && found != null) {
            return null;
          }
          found = value == null ? found : value;
        }
      }
    }
    return found;
  }

  private static @Nullable Object read(Field field, Object owner) {
    try {
      AccessibleObject.setAccessible(new AccessibleObject[] {field}, true);
      return field.get(owner);
    } catch (IllegalAccessException | RuntimeException closed) {
      return null; // In a module that is not open.
    }
  }
}
