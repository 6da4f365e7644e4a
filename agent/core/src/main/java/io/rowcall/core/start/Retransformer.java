package io.rowcall.core.start;

import io.rowcall.boot.request.Engine;
import io.rowcall.core.record.ApplicationCode;
import io.rowcall.core.weave.Transformer;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Weaves classes that were loaded before the weaving began: by themselves when the agent is
 * attached to a running JVM or an archive has loaded everything, and otherwise, the JDK's executors
 * above all, with the first statement or request, in its thread: never inside a transformer.
 */
final class Retransformer implements Runnable {
  private final Instrumentation instrumentation;
  private final Transformer transformer;

  private final ApplicationCode applicationCode;

  Retransformer(
      Instrumentation instrumentation, Transformer transformer, ApplicationCode applicationCode) {
    this.instrumentation = instrumentation;
    this.transformer = transformer;
    this.applicationCode = applicationCode;
  }

  /** Weaves all candidates. */
  static void weave(Instrumentation instrumentation, @Nullable ClassFileTransformer weaving) {
    if (!(weaving instanceof Transformer)) {
      return;
    }
    Transformer transformer = (Transformer) weaving;
    List<Class<?>> early = new ArrayList<Class<?>>();
    Class<?>[] all = instrumentation.getAllLoadedClasses();
    for (Class<?> loaded : all) {
      if (transformer.selects(loaded)) {
        early.add(loaded);
      }
    }
    early.addAll(transformer.inheritedMethodOwners(all));
    retransform(instrumentation, early);
  }

  /** Weaves those that are known by their names; any other would have begun the weaving itself. */
  @Override
  public void run() {
    List<Class<?>> early = new ArrayList<Class<?>>();
    Class<?>[] all = instrumentation.getAllLoadedClasses();
    applicationCode.add(all);
    for (Class<?> loaded : all) {
      if (transformer.hasMissed(loaded)) {
        early.add(loaded);
      }
    }
    retransform(instrumentation, early);
  }

  /**
   * All at once, because each call walks over all classes of the JVM; and when that fails each by
   * itself, so that a bad one stops no other.
   */
  private static void retransform(Instrumentation instrumentation, List<Class<?>> classes) {
    if (!instrumentation.isRetransformClassesSupported()) {
      return;
    }
    List<Class<?>> open = new ArrayList<Class<?>>();
    for (Class<?> type : classes) {
      if (instrumentation.isModifiableClass(type)) {
        open.add(type);
      }
    }
    if (open.isEmpty()) {
      return;
    }
    try {
      instrumentation.retransformClasses(open.toArray(new Class<?>[0]));
    } catch (Exception | LinkageError oneOfThem) {
      for (Class<?> type : open) {
        try {
          instrumentation.retransformClasses(type);
        } catch (Exception | LinkageError notWoven) {
          Engine.suppress(notWoven);
        }
      }
    }
  }
}
