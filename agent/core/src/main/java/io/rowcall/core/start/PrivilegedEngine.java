package io.rowcall.core.start;

import io.rowcall.boot.request.CacheStats;
import io.rowcall.boot.request.CallKind;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.PoolStats;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.record.RecordingEngine;
import java.security.AccessController;
import java.security.PrivilegedAction;
import org.jspecify.annotations.Nullable;

/**
 * Engine that runs with the agent's permissions, whichever application code calls it. Under a
 * security manager, only the agent's jar needs permissions. Threads that it starts inherit these
 * and no others.
 */
final class PrivilegedEngine extends Engine {
  private final Engine engine;

  /** Allocated once, because requests must not allocate. */
  private final PrivilegedAction<@Nullable Void> inUse =
      new PrivilegedAction<@Nullable Void>() {
        @Override
        public @Nullable Void run() {
          engine.onUse();
          return null;
        }
      };

  private final PrivilegedAction<@Nullable Void> requestsWaiting =
      new PrivilegedAction<@Nullable Void>() {
        @Override
        public @Nullable Void run() {
          engine.onRequestsWaiting();
          return null;
        }
      };

  PrivilegedEngine(Engine engine) {
    this.engine = engine;
  }

  /** The engine that records; null in a test with another one. */
  @Nullable RecordingEngine recording() {
    return engine instanceof RecordingEngine ? (RecordingEngine) engine : null;
  }

  @Override
  public SqlStatement statement(final String sql, final int dialect) {
    return AccessController.doPrivileged(
        new PrivilegedAction<SqlStatement>() {
          @Override
          public SqlStatement run() {
            return engine.statement(sql, dialect);
          }
        });
  }

  @Override
  public SqlStatement call(final CallKind kind, final String command, final String target) {
    return AccessController.doPrivileged(
        new PrivilegedAction<SqlStatement>() {
          @Override
          public SqlStatement run() {
            return engine.call(kind, command, target);
          }
        });
  }

  /** Calls a public method of the JDK. */
  @Override
  public int statusOf(Object response) {
    return engine.statusOf(response);
  }

  /** Walks the stack, which needs no permission. */
  @Override
  public @Nullable Object callSite(Class<?> jdbcClass) {
    return engine.callSite(jdbcClass);
  }

  @Override
  public CacheStats cache(final Object cache, final @Nullable String name) {
    return AccessController.doPrivileged(
        new PrivilegedAction<CacheStats>() {
          @Override
          public CacheStats run() {
            return engine.cache(cache, name);
          }
        });
  }

  @Override
  public Object unwrap(final Object cache) {
    return AccessController.doPrivileged(
        new PrivilegedAction<Object>() {
          @Override
          public Object run() {
            return engine.unwrap(cache);
          }
        });
  }

  @Override
  public PoolStats pool(final Object pool, final @Nullable String name) {
    return AccessController.doPrivileged(
        new PrivilegedAction<PoolStats>() {
          @Override
          public PoolStats run() {
            return engine.pool(pool, name);
          }
        });
  }

  @Override
  public boolean followRuns(final Class<?> taskClass) {
    return AccessController.doPrivileged(
        new PrivilegedAction<Boolean>() {
          @Override
          public Boolean run() {
            return engine.followRuns(taskClass);
          }
        });
  }

  @Override
  public String jobName(final Object task) {
    return AccessController.doPrivileged(
        new PrivilegedAction<String>() {
          @Override
          public String run() {
            return engine.jobName(task);
          }
        });
  }

  @Override
  public String mainName() {
    return AccessController.doPrivileged(
        new PrivilegedAction<String>() {
          @Override
          public String run() {
            return engine.mainName();
          }
        });
  }

  @Override
  public void decide(final Class<?> type) {
    AccessController.doPrivileged(
        new PrivilegedAction<@Nullable Void>() {
          @Override
          public @Nullable Void run() {
            engine.decide(type);
            return null;
          }
        });
  }

  @Override
  public void onUse() {
    AccessController.doPrivileged(inUse);
  }

  @Override
  public void onRequestsWaiting() {
    AccessController.doPrivileged(requestsWaiting);
  }

  @Override
  public void aggregate(final Request request) {
    AccessController.doPrivileged(
        new PrivilegedAction<@Nullable Void>() {
          @Override
          public @Nullable Void run() {
            engine.aggregate(request);
            return null;
          }
        });
  }

  @Override
  public void onSuppressed(final Throwable error) {
    AccessController.doPrivileged(
        new PrivilegedAction<@Nullable Void>() {
          @Override
          public @Nullable Void run() {
            engine.onSuppressed(error);
            return null;
          }
        });
  }
}
