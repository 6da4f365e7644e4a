package io.rowcall.it.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.it.support.Answer;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configuration, good and bad: the application starts and answers whatever it says. */
final class ConfigurationIT {
  @TempDir private Path folder;

  private ServiceCommand command() {
    return ServiceCommand.of("jdk", folder);
  }

  @Test
  void saysWhichKeyAnUnknownOneIsNearTo() throws IOException {
    String line = theLineOf(command().with("slow-qurey", "10s"), "/slow/250");
    assertTrue(line.contains("slow-qurey") && line.contains("slow-query"), line);
    assertEquals(1, Report.in(folder).findings("/slow", "slow-query").size());
  }

  @Test
  void saysWhatABadValueShouldBeAndUsesTheDefault() throws IOException {
    String line = theLineOf(command().with("slow-query", "fast"), "/slow/250");
    assertTrue(line.contains("slow-query") && !line.contains("fast"), line);
    assertTrue(line.contains("200"), line);
    assertEquals(1, Report.in(folder).findings("/slow", "slow-query").size());
  }

  @Test
  void saysWhatToDoAboutAFolderThatCannotBeWrittenAndRunsOn() throws IOException {
    Path file = Files.createFile(folder.resolve("a-file"));
    Path reports = file.resolve("reports");
    String line = theLineOf(command().with("report.dir", reports), "/loop/10");
    assertTrue(line.contains(reports.toString()) && line.contains("report.dir"), line);
  }

  @Test
  void saysThatItIsAttachedAndWhereReportsGoInOneLine() throws IOException {
    try (ServiceProcess service = command().start()) {
      service.get("/slow/250");
      service.exit();
      String reports = folder.toRealPath().resolve("rowcall-reports").toString();
      assertEquals(1, service.startLines().size(), service::log);
      assertTrue(service.startLines().get(0).contains("; reports go to " + reports), service::log);
      assertTrue(!service.startLines().get(0).contains("development"), service::log);
      assertEquals(List.of(), service.agentLines());
    }
  }

  @Test
  void saysNothingWhenToldToBeQuiet() throws IOException {
    try (ServiceProcess service = command().with("quiet", "true").start()) {
      service.get("/slow/250");
      service.exit();
      assertEquals(List.of(), service.startLines());
      assertEquals(List.of(), service.agentLines());
    }
  }

  @Test
  void takesACommaForAPartOfAUrlAndTellsNothingOfAPassword() throws IOException {
    List<String> lines =
        run(
            command()
                .with("explain.url", "jdbc:nothing://h1,h2/db?password=t1ger")
                .with("explain.password", "t1ger,scott=t1ger")
                .with("n1.repeats", "t1ger"),
            "/loop/10");
    assertTrue(lines.stream().noneMatch(line -> line.contains("t1ger")), lines::toString);
    assertEquals(11, Report.in(folder).endpoint("/loop").at("/executions/total").asLong());
  }

  @Test
  void readsSystemProperties() throws IOException {
    run(command().jvm("-Drowcall.slow-query=20ms"), "/slow/50");
    assertEquals(1, Report.in(folder).findings("/slow", "slow-query").size());
  }

  @Test
  void prefersAgentArgumentsToSystemProperties() throws IOException {
    run(command().with("slow-query", "10s").jvm("-Drowcall.slow-query=20ms"), "/slow/50");
    assertEquals(List.of(), Report.in(folder).findings("/slow"));
  }

  @Test
  void readsAFile() throws IOException {
    Path file = folder.resolve("rowcall.properties");
    Files.writeString(file, "slow-query=20ms\n");
    run(command().with("config", file), "/slow/50");
    assertEquals(1, Report.in(folder).findings("/slow", "slow-query").size());
  }

  @Test
  void writesReportsWhereItIsTold() throws IOException {
    Path reports = folder.resolve("elsewhere");
    run(command().with("report.dir", reports), "/loop/10");
    assertEquals(1, Report.files(reports).size());
    assertEquals(List.of(), Report.files(folder.resolve("rowcall-reports")));
  }

  @Test
  void addsNoHeadersWhenToldSo() throws IOException {
    try (ServiceProcess service = command().with("headers", "false").start()) {
      Answer answer = service.get("/loop/10");
      assertTrue(
          Answer.ADDED_HEADERS.stream()
              .allMatch(name -> answer.headers().allValues(name).isEmpty()),
          () -> answer.headers().toString());
      service.exit();
    }
    assertEquals(11, Report.in(folder).endpoint("/loop").at("/executions/total").asInt());
  }

  @Test
  void doesNothingWhenDisabled() throws IOException {
    List<String> lines = run(command().with("enabled", "false"), "/loop/10");
    assertEquals(List.of(), lines);
    assertEquals(List.of(), Report.files(folder.resolve("rowcall-reports")));
  }

  private static String theLineOf(ServiceCommand command, String path) throws IOException {
    List<String> lines = run(command, path);
    assertEquals(1, lines.size(), lines::toString);
    return lines.get(0);
  }

  /** The agent's lines on stderr of a run with one request, which must be answered. */
  private static List<String> run(ServiceCommand command, String path) throws IOException {
    try (ServiceProcess service = command.start()) {
      Answer answer = service.get(path);
      assertEquals(200, answer.status());
      service.exit();
      assertEquals(0, service.exitCode());
      return service.agentLines();
    }
  }
}
