package io.rowcall.boot;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Private facts about the JDK's periodic tasks. They are read from fields, because a task may have
 * been scheduled before the agent was active. Where the fields cannot be read, a periodic task of
 * an executor has no name, and one of a timer is taken for one that runs once.
 */
final class PeriodicTasks {
  private static final @Nullable Field ADAPTED =
      field("java.util.concurrent.Executors$RunnableAdapter", "task");
  private static final @Nullable Field PERIOD = field("java.util.TimerTask", "period");

  private PeriodicTasks() {}

  /** The task that the application has passed, behind the callable that the JDK made of it. */
  static Object adapted(Object callable) {
    if (ADAPTED == null
        || !(callable instanceof Callable)
        || callable.getClass() != ADAPTED.getDeclaringClass()) {
      return callable;
    }
    try {
      Object task = ADAPTED.get(callable);
      return task == null ? callable : task;
    } catch (IllegalAccessException denied) {
      return callable;
    }
  }

  /** Whether a timer runs a task again and again. */
  static boolean isPeriodic(Object task) {
    if (PERIOD == null || !(task instanceof TimerTask)) {
      return false;
    }
    try {
      return PERIOD.getLong(task) != 0;
    } catch (IllegalAccessException denied) {
      return false;
    }
  }

  private static @Nullable Field field(String type, String name) {
    try {
      Field field = Class.forName(type).getDeclaredField(name);
      AccessibleObject.setAccessible(new AccessibleObject[] {field}, true);
      return field;
    } catch (ReflectiveOperationException | RuntimeException absent) {
      return null;
    }
  }
}
