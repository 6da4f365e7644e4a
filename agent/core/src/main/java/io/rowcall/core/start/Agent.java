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
      Set<String> seenBefore)
      throws Exception {
    if (!config.is(Key.ENABLED)) {
      return null;
    }
    bootClasses.define();
    return Parts.assemble(config, instrumentation, seenBefore);
  }

  /** Names the hot path's classes, so it is loaded once they are there. */
  private static final class Parts {
    static Transformer assemble(
        Config config, Instrumentation instrumentation, Set<String> seenBefore) {
      Settings.slowQueryNanos = config.nanos(Key.SLOW_QUERY);
      Settings.headers = config.is(Key.HEADERS);
      Settings.user = config.is(Key.USER);
      Settings.userHeader = config.textOrNull(Key.USER_HEADER);
      Settings.userAttribute = config.textOrNull(Key.USER_ATTRIBUTE);
      RecordingEngine engine = new RecordingEngine(config, new DeferredRecorder(config));
      engine.namedBy(new HolderNames());
      Hooks.engine = new PrivilegedEngine(engine);
      Transformer transformer =
          new Transformer(Instrumentations.all(), seenBefore, engine.applicationCode());
      engine.atFirstUse(new EarlyClasses(instrumentation, transformer, engine.applicationCode()));
      engine.tasksFollowedBy(new TaskClasses(instrumentation, transformer));
      Runtime.getRuntime().addShutdownHook(new Shutdown(engine));
      return transformer;
    }
  }

  /** Ends the agent with the JVM, and never holds the JVM up for longer than two seconds. */
  private static final class Shutdown extends Thread {
    private static final long LIMIT_MILLIS = 2_000;
    private final RecordingEngine engine;

    Shutdown(RecordingEngine engine) {
      super("rowcall-shutdown");
      this.engine = engine;
    }

    @Override
    public void run() {
      Thread last =
          new Thread("rowcall-last-report") {
            @Override
            public void run() {
              engine.shutdown();
            }
          };
      last.setDaemon(true);
      last.start();
      try {
        last.join(LIMIT_MILLIS);
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
