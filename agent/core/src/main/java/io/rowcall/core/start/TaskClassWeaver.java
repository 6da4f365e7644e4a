package io.rowcall.core.start;

import io.rowcall.boot.request.Engine;
import io.rowcall.core.record.TaskFollower;
import io.rowcall.core.weave.Transformer;
import java.lang.instrument.Instrumentation;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Weaves {@code run} or {@code call} of the task classes that executors receive, when the first
 * task of a class is submitted. Few services have more than a handful. At most {@value
 * #MAX_CLASSES}; any thread.
 */
final class TaskClassWeaver implements TaskFollower {
  private static final int MAX_CLASSES = 256;

  private final Instrumentation instrumentation;
  private final Transformer transformer;
  private final AtomicInteger followed = new AtomicInteger();

  TaskClassWeaver(Instrumentation instrumentation, Transformer transformer) {
    this.instrumentation = instrumentation;
    this.transformer = transformer;
  }

  @Override
  public boolean follow(Class<?> taskClass) {
    try {
      boolean runs = Runnable.class.isAssignableFrom(taskClass) && follow(taskClass, "run");
      boolean calls = Callable.class.isAssignableFrom(taskClass) && follow(taskClass, "call");
      return runs || calls;
    } catch (NoClassDefFoundError incomplete) {
      return false; // Some library that the class can do without is missing.
    } catch (Exception | LinkageError notWoven) {
      Engine.suppress(notWoven);
    }
    return false;
  }

  private boolean follow(Class<?> taskClass, String method) throws Exception {
    for (Class<?> type = taskClass; type != null; type = type.getSuperclass()) {
      if (declares(type, method)) {
        return weave(type);
      }
    }
    return false;
  }

  private static boolean declares(Class<?> type, String method) {
    try {
      return type.getDeclaredMethod(method).getParameterTypes().length == 0;
    } catch (NoSuchMethodException inherited) {
      return false;
    }
  }

  private boolean weave(Class<?> type) throws Exception {
    if (type.getClassLoader() == null || !instrumentation.isModifiableClass(type)) {
      return false;
    }
    if (!transformer.isFollowed(type)) {
      if (followed.incrementAndGet() > MAX_CLASSES) {
        return false;
      }
      transformer.follow(type);
      instrumentation.retransformClasses(type);
    }
    return true;
  }
}
