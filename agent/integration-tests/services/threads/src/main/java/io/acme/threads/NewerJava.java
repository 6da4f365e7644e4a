package io.acme.threads;

import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** APIs of newer Java versions, called by reflection, since the service also runs on Java 8. */
final class NewerJava {
  private NewerJava() {}

  static ExecutorService virtualThreadPerTask() throws ReflectiveOperationException {
    return (ExecutorService)
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }

  static Thread startVirtualThread(Runnable task) throws ReflectiveOperationException {
    return (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
  }

  /** Forks tasks in a {@code StructuredTaskScope}, and joins them. */
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
