package io.rowcall.core.start;

import io.rowcall.boot.Hooks;
import io.rowcall.boot.Settings;
import io.rowcall.core.config.Config;
import io.rowcall.core.config.Key;
import io.rowcall.core.export.DeferredRecorder;
import io.rowcall.core.record.RecordingEngine;
import io.rowcall.core.weave.Instrumentations;
import io.rowcall.core.weave.Transformer;
import io.rowcall.core.weave.cache.HolderNames;
import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/** Puts the parts together, once per JVM. */
final class Agent {
  private Agent() {}

  /**
   * Starts the agent: from here on, the transformer weaves what it is given.
   *
   * @return null when the agent is switched off
   */
  static @Nullable Transformer start(
      Config config,
      Instrumentation instrumentation,
      BootClasses bootClasses,
      OwnClasses ownClasses)
      throws Exception {
    if (!config.is(Key.ENABLED)) {
      return null;
    }
    bootClasses.define();
    return Parts.assemble(config, instrumentation, ownClasses);
  }

  /** Names the hot path's classes, so it is loaded once they are there. */
  private static final class Parts {
    static Transformer assemble(
        Config config, Instrumentation instrumentation, OwnClasses ownClasses) {
      Settings.slowQueryNanos = config.nanos(Key.SLOW_QUERY);
      Settings.headers = config.is(Key.HEADERS);
      DeferredRecorder recorder = new DeferredRecorder(config, ownClasses);
      RecordingEngine engine = new RecordingEngine(config, recorder);
      engine.namedBy(new HolderNames());
      Hooks.engine = engine;
      Transformer transformer = new Transformer(Instrumentations.all());
      engine.atFirstUse(new EarlyClasses(instrumentation, transformer));
      LastReport.arrange(engine, recorder);
      return transformer;
    }
  }
}
