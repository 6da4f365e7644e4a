package io.rowcall.core.start;

import io.rowcall.boot.Settings;
import io.rowcall.boot.context.MainJob;
import io.rowcall.boot.request.Engine;
import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;
import io.rowcall.core.export.DeferredRecorder;
import io.rowcall.core.library.Libraries;
import io.rowcall.core.record.RecordingEngine;
import io.rowcall.core.weave.Transformer;
import io.rowcall.core.weave.cache.FieldNameResolver;
import io.rowcall.core.weave.catalog.Instrumentations;
import java.lang.instrument.Instrumentation;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Assembles the parts of the agent, once per JVM. */
final class AgentRuntime {
  private AgentRuntime() {}

  /**
   * Starts the agent.
   *
   * @param deferredClasses names of executor classes that were loaded before the start
   * @return the transformer that weaves from now on, or null if the agent is disabled
   */
  static @Nullable Transformer start(
      Config config,
      Instrumentation instrumentation,
      BootstrapInjector injector,
      EagerInitializer initializer,
      Set<String> deferredClasses)
      throws Exception {
    if (!config.is(Setting.ENABLED)) {
      return null;
    }
    injector.define();
    return Parts.assemble(config, instrumentation, initializer, deferredClasses);
  }

  /** Refers to classes of the hot path, so it must not be loaded before these are defined. */
  private static final class Parts {
    static Transformer assemble(
        Config config,
        Instrumentation instrumentation,
        EagerInitializer initializer,
        Set<String> deferredClasses) {
      Settings.slowQueryNanos = config.nanos(Setting.SLOW_QUERY);
      Settings.slowRequestNanos = config.nanos(Setting.SLOW_REQUEST);
      Settings.headers = config.is(Setting.HEADERS);
      Settings.user = config.is(Setting.USER);
      Settings.userHeader = config.textOrNull(Setting.USER_HEADER);
      Settings.userAttribute = config.textOrNull(Setting.USER_ATTRIBUTE);
      DeferredRecorder recorder = new DeferredRecorder(config, initializer);
      Libraries libraries = Instrumentations.libraries();
      Settings.serverPackages = libraries.serverPackages();
      Settings.workerPackages = libraries.workerPackages();
      final RecordingEngine engine = new RecordingEngine(config, libraries, recorder);
      engine.setNameResolver(new FieldNameResolver());
      Engine.install(new PrivilegedEngine(engine));
      MainJob.start();
      Transformer transformer =
          new Transformer(
              Instrumentations.of(config),
              Instrumentations.taskRuns(),
              libraries,
              deferredClasses,
              engine.applicationCode(),
              engine.unwoven());
      final Retransformer retransformer =
          new Retransformer(instrumentation, transformer, engine.applicationCode());
      engine.onFirstUse(retransformer);
      engine.setLateWeaver(retransformer);
      transformer.onUndecided(
          new Runnable() {
            @Override
            public void run() {
              engine.startThread();
            }
          });
      engine.setTaskFollower(new TaskClassWeaver(instrumentation, transformer));
      ShutdownReport.register(engine, recorder);
      if (!config.text(Setting.LIVE_PORT).isEmpty() || config.is(Setting.JMX)) {
        engine.startThread(); // Serves before the first request.
      }
      return transformer;
    }
  }
}
