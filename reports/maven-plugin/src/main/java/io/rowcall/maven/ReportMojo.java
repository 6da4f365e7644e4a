package io.rowcall.maven;

import io.rowcall.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Writes what the tests of all modules have asked: {@code target/rowcall-report.txt} for people,
 * and {@code target/rowcall-report.json}, one report made of all.
 */
@Mojo(name = "report", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class ReportMojo extends ReportsMojo {
  @Override
  void look(List<String> folders) throws IOException, MojoExecutionException {
    Path text = target().resolve("rowcall-report.txt");
    Files.createDirectories(target());
    Files.writeString(text, shown(folders));
    Files.writeString(target().resolve("rowcall-report.json"), shown(folders, "--json"));
    getLog().info("What the tests have asked: " + text);
  }

  @Override
  void empty(String message) {
    getLog().info(message);
  }

  private static String shown(List<String> folders, String... options)
      throws MojoExecutionException {
    List<String> arguments = new ArrayList<>(List.of("show"));
    arguments.addAll(List.of(options));
    arguments.addAll(folders);
    var out = new StringWriter();
    var err = new StringWriter();
    int exitCode =
        Main.run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(new String[0]));
    if (exitCode != 0) {
      throw new MojoExecutionException(err.toString().strip());
    }
    return out.toString();
  }
}
