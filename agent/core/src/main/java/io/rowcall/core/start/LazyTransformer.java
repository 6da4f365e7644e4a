package io.rowcall.core.start;

import io.rowcall.boot.request.Engine;
import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;
import io.rowcall.core.weave.catalog.ActivationTrigger;
import io.rowcall.format.SingleLine;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Transformer that activates the agent on demand. It ignores classes until {@link
 * ActivationTrigger} recognizes one, then defines the hot path and delegates that class and all
 * later ones to the real transformer. A JVM without JDBC and HTTP loads nothing else of the agent.
 *
 * <p>Any thread, re-entrant. A thread that finds a trigger while another one activates the agent
 * waits for it. Activation touches no class and no lock of the application.
 */
public final class LazyTransformer implements ClassFileTransformer, Runnable {
  private static final int MAX_DEFERRED = 10_000;

  private final Instrumentation instrumentation;
  private final @Nullable ClassLoader agentLoader = LazyTransformer.class.getClassLoader();

  /** Names of executor classes loaded before activation; most JVMs never need them. */
  private final Set<String> deferredClasses =
      Collections.newSetFromMap(new ConcurrentHashMap<String, Boolean>());

  private @Nullable Config config;
  private final boolean late;
  private boolean activated;
  private @Nullable Throwable failure;
  private volatile @Nullable ClassFileTransformer delegate;

  private LazyTransformer(Instrumentation instrumentation, boolean late) {
    this.instrumentation = instrumentation;
    this.late = late;
  }

  /**
   * Installs the transformer. Reads arguments now, so that mistakes in them are reported before the
   * application starts. Without arguments, the configuration is read on activation.
   *
   * @param arguments {@code key=value,key=value}, or null
   * @param running whether the application is already running
   * @return an action that activates the agent unconditionally; idempotent. Its {@link #toString}
   *     is the state of the agent.
   */
  public static Runnable install(
      @Nullable String arguments, Instrumentation instrumentation, boolean running) {
    LazyTransformer transformer = new LazyTransformer(instrumentation, running);
    if (arguments != null && !arguments.isEmpty()) {
      transformer.config = readConfig(arguments);
    }
    instrumentation.addTransformer(transformer, instrumentation.isRetransformClassesSupported());
    if (running || ActivationTrigger.isAmong(instrumentation.getAllLoadedClasses())) {
      transformer.activate();
      Retransformer.retransformAll(instrumentation, transformer.delegate);
    }
    return transformer;
  }

  /** Activates the agent. */
  @Override
  public void run() {
    activate();
  }

  /** The state of the agent in this JVM, for {@code --check}: several lines. */
  @Override
  public synchronized String toString() {
    if (!activated) {
      return "State      dormant: no class of JDBC, of a server or of a cache was loaded yet\n";
    }
    Throwable error = failure;
    if (error != null) {
      return "State      failed to start: " + SingleLine.of(error.toString()) + "\n";
    }
    return delegate == null ? "State      off: enabled=false\n" : RunningState.text(config, late);
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> loaded,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    ClassFileTransformer active = delegate;
    try {
      if (active == null) {
        if (name == null || loader == agentLoader) {
          return null;
        }
        int trigger = ActivationTrigger.of(name, bytes);
        if (trigger == ActivationTrigger.LATER && deferredClasses.size() < MAX_DEFERRED) {
          deferredClasses.add(name);
        }
        if (trigger != ActivationTrigger.ACTIVATE) {
          return null;
        }
        activate();
        active = delegate;
      }
      return active == null ? null : active.transform(loader, name, loaded, domain, bytes);
    } catch (Throwable failure) {
      return onFailure(active, failure);
    }
  }

  /** A failure of the agent must not prevent a class from loading, but is reported. */
  private static byte @Nullable [] onFailure(
      @Nullable ClassFileTransformer active, Throwable failure) {
    try {
      if (active != null) { // The hot path is defined.
        Engine.suppress(failure);
      }
    } catch (Throwable unreported) {
      return null; // No memory even for that.
    }
    return null;
  }

  private synchronized void activate() {
    if (activated) {
      return;
    }
    activated = true;
    try {
      delegate =
          AccessController.doPrivileged(
              new PrivilegedAction<@Nullable ClassFileTransformer>() {
                @Override
                public @Nullable ClassFileTransformer run() {
                  return start();
                }
              });
    } catch (Throwable error) {
      failure = error;
      print("failed to start; the application runs without it: " + error);
    }
    if (delegate == null) {
      instrumentation.removeTransformer(this);
    }
  }

  /** Null if the agent is disabled. */
  private @Nullable ClassFileTransformer start() {
    Config effective = config == null ? readConfig(null) : config;
    config = effective;
    try {
      ClassFileTransformer started =
          AgentRuntime.start(
              effective,
              instrumentation,
              new BootstrapInjector(instrumentation),
              new EagerInitializer(),
              deferredClasses);
      if (started != null && !effective.is(Setting.QUIET)) {
        print(startLine(effective, late));
      }
      return started;
    } catch (Exception notDefined) {
      throw new IllegalStateException(notDefined);
    }
  }

  /** One line per start, so that nobody has to guess whether the agent is attached. */
  private static String startLine(Config config, boolean late) {
    String version = LazyTransformer.class.getPackage().getImplementationVersion();
    String directory = config.text(Setting.REPORT_DIR);
    return "attached, version "
        + (version == null ? "development" : version)
        + (late ? ", to a running JVM: what it did before is not counted; " : "; ")
        + (directory.isEmpty()
            ? "no reports (report.dir is empty)"
            : "reports go to " + new File(directory).getAbsolutePath())
        + ". quiet=true suppresses this line.";
  }

  private static Config readConfig(@Nullable String arguments) {
    Config config = Config.read(arguments, System.getProperties(), System.getenv(), new File("."));
    for (String problem : config.problems()) {
      print(problem);
    }
    return config;
  }

  /**
   * Writes to the file descriptor of stderr. The application may have replaced {@code System.err}
   * by a stream whose locks must not be acquired while a class loads, and that may log every line
   * as an error.
   */
  private static void print(String message) {
    byte[] line =
        ("rowcall: " + SingleLine.of(message) + System.lineSeparator())
            .getBytes(StandardCharsets.UTF_8);
    try {
      @SuppressWarnings("resource") // Closing it would close the stderr of the process.
      FileOutputStream stderr = new FileOutputStream(FileDescriptor.err);
      stderr.write(line);
    } catch (IOException closed) {
      return;
    }
  }
}
