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
import java.util.Set;
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
      OwnClasses ownClasses,
      Set<String> seenBefore)
      throws Exception {
    if (!config.is(Key.ENABLED)) {
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
        OwnClasses ownClasses,
        Set<String> seenBefore) {
      Settings.slowQueryNanos = config.nanos(Key.SLOW_QUERY);
      Settings.headers = config.is(Key.HEADERS);
      Settings.user = config.is(Key.USER);
      Settings.userHeader = config.textOrNull(Key.USER_HEADER);
      Settings.userAttribute = config.textOrNull(Key.USER_ATTRIBUTE);
      DeferredRecorder recorder = new DeferredRecorder(config, ownClasses);
      RecordingEngine engine = new RecordingEngine(config, recorder);
      engine.namedBy(new HolderNames());
      Hooks.engine = new PrivilegedEngine(engine);
      Transformer transformer =
          new Transformer(Instrumentations.all(), seenBefore, engine.applicationCode());
      engine.atFirstUse(new EarlyClasses(instrumentation, transformer, engine.applicationCode()));
      engine.tasksFollowedBy(new TaskClasses(instrumentation, transformer));
      LastReport.arrange(engine, recorder);
      return transformer;
    }
  }
}
