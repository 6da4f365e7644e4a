package io.rowcall.core.start;

import io.rowcall.core.config.Config;
import io.rowcall.core.weave.catalog.Instrumentations;
import io.rowcall.format.SingleLine;
import java.io.File;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Output of {@code --check}: JVM, instrumented libraries, configuration and its problems. */
public final class CheckReport {
  private CheckReport() {}

  public static String text(@Nullable String arguments) {
    Config config = Config.read(arguments, System.getProperties(), System.getenv(), new File("."));
    StringBuilder text = new StringBuilder(4096);
    text.append("Java       ")
        .append(System.getProperty("java.version"))
        .append(", ")
        .append(System.getProperty("java.vm.name"))
        .append(", ")
        .append(System.getProperty("java.vendor"))
        .append('\n');
    if (!hasInstrument()) {
      text.append("           has no module java.instrument, so that no agent can be attached.\n")
          .append("           Link the image with: jlink --add-modules java.instrument,...\n");
    }
    text.append("Weaves\n");
    for (String target : Instrumentations.targets()) {
      text.append("  ").append(target).append('\n');
    }
    append(text, config);
    return text.toString();
  }

  /** Appends the configuration and its problems. */
  static void append(StringBuilder text, Config config) {
    List<String> problems = config.problems();
    text.append(problems.isEmpty() ? "" : "Problems\n");
    for (String problem : problems) {
      text.append("  ").append(SingleLine.of(problem)).append('\n');
    }
    text.append("Configuration\n");
    for (String line : config.effective()) {
      text.append("  ").append(SingleLine.of(line)).append('\n');
    }
  }

  /** Images made by jlink have only the modules that they were told to have. */
  private static boolean hasInstrument() {
    try {
      Class.forName("java.lang.instrument.Instrumentation", false, null);
      return true;
    } catch (ClassNotFoundException linkedWithoutIt) {
      return false;
    }
  }
}
