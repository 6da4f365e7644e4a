package io.rowcall.core.export;

import io.rowcall.core.config.Config;
import io.rowcall.core.record.Script;
import io.rowcall.format.Report;
import io.rowcall.format.read.ReportReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs requests through the hooks and the exporter, and reads the report. */
final class Recorded {
  private Recorded() {}

  /** The report of a script; null when none was written. */
  static @Nullable Report report(Path folder, Consumer<Script> work) throws IOException {
    return report(folder, "report.interval=10s", work);
  }

  static @Nullable Report report(Path folder, String arguments, Consumer<Script> work)
      throws IOException {
    run("report.dir=" + folder + "," + arguments, work);
    List<Path> files = files(folder);
    if (files.isEmpty()) {
      return null;
    }
    try (var in = Files.newInputStream(files.get(0))) {
      return ReportReader.read(files.get(0).toString(), in);
    }
  }

  static void run(String arguments, Consumer<Script> work) {
    var config =
        Config.read(
            "service=shop," + arguments, new Properties(), Map.of(), new File("no-such-folder"));
    var script = new Script(config, new DeferredRecorder(config));
    work.accept(script);
    script.figures();
  }

  static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.filter(file -> !file.endsWith("mark")).toList();
    }
  }
}
