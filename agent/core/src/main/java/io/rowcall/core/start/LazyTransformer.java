package io.rowcall.core.start;

import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;
import io.rowcall.core.weave.ActivationTrigger;
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
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * All of the agent that a JVM without JDBC and HTTP ever sees: lets classes pass until {@link
 * ActivationTrigger} recognizes one, and only then has the hot path defined and the weaving begun,
 * for that class and all that follow.
 *
 * <p>Any thread, re-entrant. A thread that meets a sign while another one starts the agent waits
 * for it; what is done meanwhile touches no class and no lock of the application.
 */
public final class LazyTransformer implements ClassFileTransformer {
  private static final int MAX_SEEN_BEFORE = 10_000;

  private final @Nullable String arguments;
  private final Instrumentation instrumentation;
  private final JarFile jar;
  private final String prefix;
  private final String suffix;
  private final @Nullable ClassLoader ours = LazyTransformer.class.getClassLoader();

  /** Classes that take tasks; a set of their names, because most of them are never wanted. */
  private final Set<String> seenBefore =
      Collections.newSetFromMap(new ConcurrentHashMap<String, Boolean>());

  private @Nullable Config config;
  private boolean begun;
  private volatile @Nullable ClassFileTransformer weaving;

  private LazyTransformer(
      @Nullable String arguments,
      Instrumentation instrumentation,
      JarFile jar,
      String prefix,
      String suffix) {
    this.arguments = arguments;
    this.instrumentation = instrumentation;
    this.jar = jar;
    this.prefix = prefix;
    this.suffix = suffix;
  }

  /**
   * Starts to look out. Arguments are read now, so that a mistake in them is told before the
   * application starts; without any, the configuration is read when the weaving begins.
   *
   * @param arguments {@code key=value,key=value}, or null
   * @param jar the agent's own; its inner files have {@code prefix} and {@code suffix}
   * @param running the application runs already
   * @return begins the weaving, whatever has been seen; does nothing from the second call on
   */
  public static Runnable post(
      @Nullable String arguments,
      Instrumentation instrumentation,
      JarFile jar,
      String prefix,
      String suffix,
      boolean running) {
    final LazyTransformer lookout =
        new LazyTransformer(arguments, instrumentation, jar, prefix, suffix);
    if (arguments != null && !arguments.isEmpty()) {
      lookout.config = readConfig(arguments);
    }
    instrumentation.addTransformer(lookout, instrumentation.isRetransformClassesSupported());
    if (running || ActivationTrigger.isAmong(instrumentation.getAllLoadedClasses())) {
      lookout.begin();
      Retransformer.weave(instrumentation, lookout.weaving);
    }
    return new Runnable() {
      @Override
      public void run() {
        lookout.begin();
      }
    };
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> loaded,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    ClassFileTransformer ready = weaving;
    try {
      if (ready == null) {
        if (name == null || loader == ours) {
          return null;
        }
        int meaning = ActivationTrigger.of(name, bytes);
        if (meaning == ActivationTrigger.LATER && seenBefore.size() < MAX_SEEN_BEFORE) {
          seenBefore.add(name);
        }
        if (meaning != ActivationTrigger.ACTIVATE) {
          return null;
        }
        begin();
        ready = weaving;
      }
      return ready == null ? null : ready.transform(loader, name, loaded, domain, bytes);
    } catch (Throwable notOurs) {
      return null; // What the agent cannot do must not keep a class from being loaded.
    }
  }

  private synchronized void begin() {
    if (begun) {
      return;
    }
    begun = true;
    try {
      weaving =
          AccessController.doPrivileged(
              new PrivilegedAction<@Nullable ClassFileTransformer>() {
                @Override
                public @Nullable ClassFileTransformer run() {
                  return weave();
                }
              });
    } catch (Throwable error) {
      say("could not start, and the application runs without it: " + error);
    }
    if (weaving == null) {
      instrumentation.removeTransformer(this);
    }
  }

  /** Null when the agent is switched off. */
  private @Nullable ClassFileTransformer weave() {
    Config known = config == null ? readConfig(null) : config;
    try {
      ClassFileTransformer started =
          AgentRuntime.start(
              known,
              instrumentation,
              new BootstrapInjector(instrumentation, jar, prefix, suffix),
              new EagerInitializer(jar, prefix, suffix),
              seenBefore);
      if (started != null && !known.is(Setting.QUIET)) {
        say(startLine(known));
      }
      return started;
    } catch (Exception notDefined) {
      throw new IllegalStateException(notDefined);
    }
  }

  /** The one line that every start has, so that nobody has to guess whether the agent is there. */
  private static String startLine(Config config) {
    String version = LazyTransformer.class.getPackage().getImplementationVersion();
    String directory = config.text(Setting.REPORT_DIR);
    return "attached, version "
        + (version == null ? "development" : version)
        + "; "
        + (directory.isEmpty()
            ? "no reports are written (report.dir is empty)"
            : "reports go to " + new File(directory).getAbsolutePath())
        + ". quiet=true leaves this line out.";
  }

  private static Config readConfig(@Nullable String arguments) {
    Config read = Config.read(arguments, System.getProperties(), System.getenv(), new File("."));
    for (String problem : read.problems()) {
      say(problem);
    }
    return read;
  }

  /**
   * Writes to the process's stderr itself: the application may have put a stream of its own in the
   * place of {@code System.err}, whose locks must not be waited for while a class is loaded, and
   * which may take every line for an error.
   */
  private static void say(String message) {
    byte[] line =
        ("rowcall: " + SingleLine.of(message) + System.lineSeparator())
            .getBytes(StandardCharsets.UTF_8);
    try {
      @SuppressWarnings("resource") // It stays open: it is not ours.
      FileOutputStream stderr = new FileOutputStream(FileDescriptor.err);
      stderr.write(line);
    } catch (IOException nobodyListens) {
      return;
    }
  }
}
