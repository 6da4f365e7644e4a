package io.acme.threads;

import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What only later Javas have, by its name, so that the service runs on Java 8 too. */
final class Platform {
  private Platform() {}

  static ExecutorService virtualThreadPerTask() throws ReflectiveOperationException {
    return (ExecutorService)
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }

  static Thread startVirtualThread(Runnable task) throws ReflectiveOperationException {
    return (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
  }

  /** Forks the tasks in a {@code StructuredTaskScope}, and joins them. */
  static void inScope(Runnable... tasks) throws Exception {
    Class<?> type = Class.forName("java.util.concurrent.StructuredTaskScope");
    AutoCloseable scope;
    try {
      scope = (AutoCloseable) type.getMethod("open").invoke(null);
    } catch (NoSuchMethodException before25) {
      scope =
          (AutoCloseable)
              Class.forName("java.util.concurrent.StructuredTaskScope$ShutdownOnFailure")
                  .getConstructor()
                  .newInstance();
    }
    Method fork = type.getMethod("fork", Callable.class);
    for (Runnable task : tasks) {
      fork.invoke(scope, (Callable<?>) Executors.callable(task));
    }
    type.getMethod("join").invoke(scope);
    scope.close();
  }
}
