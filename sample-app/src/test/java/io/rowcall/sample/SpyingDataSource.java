package io.rowcall.sample;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Counts every {@code execute*} that reaches the driver of a real data source, on any thread. */
final class SpyingDataSource {

  private final AtomicInteger executions = new AtomicInteger();
  private final AtomicInteger batches = new AtomicInteger();
  private final AtomicInteger commits = new AtomicInteger();
  private final AtomicInteger rollbacks = new AtomicInteger();
  private final AtomicReference<@Nullable Rendezvous> rendezvous = new AtomicReference<>();

  /** Blocks the next executions until as many are in progress; fails one that waits in vain. */
  void awaitConcurrent(int parties) {
    rendezvous.set(new Rendezvous(new CyclicBarrier(parties), new AtomicInteger(parties)));
  }

  private record Rendezvous(CyclicBarrier barrier, AtomicInteger expected) {

    void await() throws Exception {
      if (expected.getAndDecrement() > 0) {
        barrier.await(30, TimeUnit.SECONDS);
      }
    }
  }

  DataSource over(DataSource real) {
    return spy(DataSource.class, real);
  }

  int executions() {
    return executions.get();
  }

  int batches() {
    return batches.get();
  }

  int commits() {
    return commits.get();
  }

  int rollbacks() {
    return rollbacks.get();
  }

  void reset() {
    executions.set(0);
    batches.set(0);
    commits.set(0);
    rollbacks.set(0);
    rendezvous.set(null);
  }

  private <T> T spy(Class<T> type, T real) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          count(method.getName());
          Rendezvous active = rendezvous.get();
          if (active != null && method.getName().startsWith("execute")) {
            active.await();
          }
          Object result;
          try {
            result = method.invoke(real, arguments);
          } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
          }
          return wrap(result, method.getReturnType());
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private void count(String method) {
    if (method.startsWith("execute")) {
      executions.incrementAndGet();
    }
    switch (method) {
      case "executeBatch", "executeLargeBatch" -> batches.incrementAndGet();
      case "commit" -> commits.incrementAndGet();
      case "rollback" -> rollbacks.incrementAndGet();
      default -> {}
    }
  }

  private @Nullable Object wrap(@Nullable Object result, Class<?> type) {
    if (result != null && (type == Connection.class || Statement.class.isAssignableFrom(type))) {
      return spyOn(type, result);
    }
    return result;
  }

  private <T> T spyOn(Class<T> type, Object real) {
    return spy(type, type.cast(real));
  }
}
