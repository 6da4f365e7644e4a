package io.rowcall.core.start;

import io.rowcall.core.record.ApplicationCode;
import io.rowcall.core.record.LateWeaver;
import io.rowcall.core.weave.Transformer;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Retransforms classes that were loaded before the transformer was installed. Runs at startup if
 * the agent is attached to a running JVM or if a CDS archive has loaded everything. Otherwise it
 * runs with the first statement or request, in that thread, mainly for the JDK's executors. Classes
 * that could not be decided on are retransformed when their first object is constructed. Never runs
 * inside a transformer.
 */
final class Retransformer implements Runnable, LateWeaver {
  private static final long PATIENCE_SECONDS = 1;

  private final Instrumentation instrumentation;
  private final Transformer transformer;
  private final ReentrantLock deciding = new ReentrantLock();

  private final ApplicationCode applicationCode;

  Retransformer(
      Instrumentation instrumentation, Transformer transformer, ApplicationCode applicationCode) {
    this.instrumentation = instrumentation;
    this.transformer = transformer;
    this.applicationCode = applicationCode;
  }

  /** Retransforms all candidates. */
  static void retransformAll(
      Instrumentation instrumentation, @Nullable ClassFileTransformer installed) {
    if (!(installed instanceof Transformer)) {
      return;
    }
    Transformer transformer = (Transformer) installed;
    List<Class<?>> candidates = new ArrayList<Class<?>>();
    Class<?>[] loadedClasses = instrumentation.getAllLoadedClasses();
    for (Class<?> loaded : loadedClasses) {
      if (transformer.selects(loaded)) {
        candidates.add(loaded);
      }
    }
    candidates.addAll(transformer.inheritedMethodOwners(loadedClasses));
    retransform(instrumentation, transformer, candidates);
  }

  /** Retransforms the classes known by name. Any other would have activated the agent itself. */
  @Override
  public void run() {
    List<Class<?>> candidates = new ArrayList<Class<?>>();
    Class<?>[] loadedClasses = instrumentation.getAllLoadedClasses();
    applicationCode.add(loadedClasses);
    for (Class<?> loaded : loadedClasses) {
      if (transformer.hasMissed(loaded)) {
        candidates.add(loaded);
      }
    }
    retransform(instrumentation, transformer, candidates);
  }

  @Override
  public void weave(Class<?> type) {
    if (transformer.isUndecided(type)) {
      weaveAll();
    }
  }

  /**
   * Weaves the classes that could not be decided on while they were loaded. Whoever comes while
   * another thread does so waits for it, or the executions until then would be lost; not for long,
   * because it might itself hold what the other one needs, such as the lock of a class loader.
   */
  @Override
  public void weaveAll() {
    if (!transformer.hasUndecided() || deciding.isHeldByCurrentThread()) {
      return;
    }
    try {
      if (!deciding.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return;
    }
    try {
      if (transformer.startAttempt()) {
        List<Class<?>> decided = new ArrayList<Class<?>>();
        List<Class<?>> selected =
            transformer.decide(instrumentation.getAllLoadedClasses(), decided);
        retransform(instrumentation, transformer, selected);
        transformer.markDecided(decided);
      }
    } finally {
      deciding.unlock();
    }
  }

  /**
   * Retransforms all in one call, because each call walks all classes of the JVM. If that fails,
   * retransforms one by one, so that a broken class does not affect the others.
   */
  private static void retransform(
      Instrumentation instrumentation, Transformer transformer, List<Class<?>> classes) {
    if (!instrumentation.isRetransformClassesSupported()) {
      return;
    }
    List<Class<?>> modifiable = new ArrayList<Class<?>>();
    for (Class<?> type : classes) {
      if (instrumentation.isModifiableClass(type)) {
        modifiable.add(type);
      }
    }
    if (modifiable.isEmpty()) {
      return;
    }
    try {
      instrumentation.retransformClasses(modifiable.toArray(new Class<?>[0]));
    } catch (Exception | LinkageError batchFailed) {
      for (Class<?> type : modifiable) {
        try {
          instrumentation.retransformClasses(type);
        } catch (Exception | LinkageError notWoven) {
          transformer.onUnwoven(type.getName(), notWoven);
        }
      }
    }
  }
}
