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
import java.io.File;
import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/** Puts the parts together, once per JVM. */
public final class Agent {
  private Agent() {}

  /**
   * Starts the agent: from here on, classes are woven as they are loaded.
   *
   * @param arguments {@code key=value,key=value}, or null
   */
  public static void start(@Nullable String arguments, Instrumentation instrumentation) {
    Config config = Config.read(arguments, System.getProperties(), System.getenv(), new File("."));
    for (String problem : config.problems()) {
      say(problem);
    }
    if (!config.is(Key.ENABLED)) {
      return;
    }
    Settings.slowQueryNanos = config.nanos(Key.SLOW_QUERY);
    Settings.headers = config.is(Key.HEADERS);
    RecordingEngine engine = new RecordingEngine(config, new DeferredRecorder(config));
    engine.namedBy(new HolderNames());
    Hooks.engine = engine;
    Transformer transformer = new Transformer(Instrumentations.all());
    instrumentation.addTransformer(transformer, instrumentation.isRetransformClassesSupported());
    retransformLoaded(instrumentation, transformer);
    engine.atFirstUse(new Arming(instrumentation, transformer));
    Runtime.getRuntime().addShutdownHook(new Shutdown(engine));
  }

  /** Weaves what was loaded before us, each class by itself, so that a bad one stops no other. */
  private static void retransformLoaded(Instrumentation instrumentation, Transformer transformer) {
    if (!instrumentation.isRetransformClassesSupported()) {
      return;
    }
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      try {
        if (transformer.wouldWeave(loaded) && instrumentation.isModifiableClass(loaded)) {
          instrumentation.retransformClasses(loaded);
        }
      } catch (Exception | LinkageError notWoven) {
        Hooks.suppressed(notWoven);
      }
    }
  }

  @SuppressWarnings(
      "SystemOut") // No logger exists before the application's main; stdout is the application's.
  private static void say(String message) {
    System.err.println("rowcall: " + message);
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
