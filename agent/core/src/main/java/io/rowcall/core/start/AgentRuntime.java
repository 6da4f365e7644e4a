package io.rowcall.core.start;

import io.rowcall.boot.Settings;
import io.rowcall.boot.request.Engine;
import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;
import io.rowcall.core.export.DeferredRecorder;
import io.rowcall.core.library.Libraries;
import io.rowcall.core.record.RecordingEngine;
import io.rowcall.core.weave.Instrumentations;
import io.rowcall.core.weave.Transformer;
import io.rowcall.core.weave.cache.FieldNameResolver;
import java.lang.instrument.Instrumentation;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the parts together, once per JVM. */
final class AgentRuntime {
  private AgentRuntime() {}

  /**
   * Starts the agent: from here on, the transformer weaves what it is given.
   *
   * @return null when the agent is switched off
   */
  static @Nullable Transformer start(
      Config config,
      Instrumentation instrumentation,
      BootstrapInjector bootClasses,
      EagerInitializer ownClasses,
      Set<String> seenBefore)
      throws Exception {
    if (!config.is(Setting.ENABLED)) {
      return null;
    }
    bootClasses.define();
    return Parts.assemble(config, instrumentation, ownClasses, seenBefore);
  }

  /** Names the hot path's classes, so it is loaded once they are there. */
  private static final class Parts {
    static Transformer assemble(
        Config config,
        Instrumentation instrumentation,
        EagerInitializer ownClasses,
        Set<String> seenBefore) {
      Settings.slowQueryNanos = config.nanos(Setting.SLOW_QUERY);
      Settings.headers = config.is(Setting.HEADERS);
      Settings.user = config.is(Setting.USER);
      Settings.userHeader = config.textOrNull(Setting.USER_HEADER);
      Settings.userAttribute = config.textOrNull(Setting.USER_ATTRIBUTE);
      DeferredRecorder recorder = new DeferredRecorder(config, ownClasses);
      Libraries libraries = Instrumentations.libraries();
      Settings.serverPackages = libraries.serverPackages();
      RecordingEngine engine = new RecordingEngine(config, libraries, recorder);
      engine.setNameResolver(new FieldNameResolver());
      Engine.install(new PrivilegedEngine(engine));
      Transformer transformer =
          new Transformer(Instrumentations.all(), libraries, seenBefore, engine.applicationCode());
      engine.atFirstUse(new Retransformer(instrumentation, transformer, engine.applicationCode()));
      engine.tasksFollowedBy(new TaskClassWeaver(instrumentation, transformer));
      ShutdownReport.arrange(engine, recorder);
      return transformer;
    }
  }
}
