package io.rowcall.maven;

import io.rowcall.format.Report;
import io.rowcall.format.ReportWriter;
import io.rowcall.format.read.ReportException;
import io.rowcall.input.InvalidInputException;
import io.rowcall.input.ReportLoader;
import io.rowcall.show.ReportFilter;
import io.rowcall.show.ReportText;
import io.rowcall.text.TextStyle;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Writes a report on the tests of all modules: {@code target/rowcall-report.txt} for people, and
 * {@code target/rowcall-report.json}, the merged report.
 */
@Mojo(name = "report", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class ReportMojo extends AggregatingMojo {
  @Override
  void process(List<String> folders) throws IOException, MojoExecutionException {
    Report report;
    try {
      report = ReportLoader.load(folders);
    } catch (InvalidInputException | ReportException explained) {
      throw new MojoExecutionException(String.valueOf(explained.getMessage()), explained);
    }
    Files.createDirectories(buildFolder());
    Path textFile = buildFolder().resolve("rowcall-report.txt");
    try (var out = new PrintWriter(Files.newBufferedWriter(textFile))) {
      ReportText.print(
          report, ReportFilter.all(report), ReportText.Options.DEFAULT, out, TextStyle.PLAIN);
    }
    try (var out = Files.newBufferedWriter(buildFolder().resolve("rowcall-report.json"))) {
      ReportWriter.write(report, out);
      out.write('\n');
    }
    getLog().info("Queries of the tests: " + textFile);
  }

  @Override
  void onNoReports(String message) {
    getLog().info(message);
  }
}
