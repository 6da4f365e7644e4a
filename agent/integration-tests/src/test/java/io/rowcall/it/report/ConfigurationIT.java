package io.rowcall.it.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.ServiceResponse;
import io.rowcall.it.support.Shows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Valid and invalid configuration; the service starts and responds with either. */
final class ConfigurationIT {
  @TempDir private Path folder;

  private ServiceCommand command() {
    return ServiceCommand.of("jdk", folder);
  }

  @Test
  @Shows(Promise.CONFIGURATION)
  void suggestsTheClosestKeyForAnUnknownOne() throws IOException {
    String line = onlyAgentLine(command().with("slow-qurey", "10s"), "/slow/250");
    assertTrue(line.contains("slow-qurey") && line.contains("slow-query"), line);
    assertEquals(1, Report.in(folder).findings("/slow", "slow-query").size());
  }

  @Test
  @Shows(Promise.CONFIGURATION)
  void describesAnInvalidValueAndUsesTheDefault() throws IOException {
    String line = onlyAgentLine(command().with("slow-query", "fast"), "/slow/250");
    assertTrue(line.contains("slow-query") && !line.contains("fast"), line);
    assertTrue(line.contains("200"), line);
    assertEquals(1, Report.in(folder).findings("/slow", "slow-query").size());
  }

  @Test
  @Shows(Promise.REPORT_FOLDER)
  void namesTheSettingIfTheReportFolderIsNotWritable() throws IOException {
    Path file = Files.createFile(folder.resolve("a-file"));
    Path reports = file.resolve("reports");
    String line = onlyAgentLine(command().with("report.dir", reports), "/loop/10");
    assertTrue(line.contains(reports.toString()) && line.contains("report.dir"), line);
  }

  @Test
  void logsOneStartupLineWithTheReportFolder() throws IOException {
    try (ServiceProcess service = command().start()) {
      service.get("/slow/250");
      service.exit();
      String reports = folder.toRealPath().resolve("rowcall-reports").toString();
      assertEquals(1, service.startupLines().size(), service::output);
      assertTrue(
          service.startupLines().get(0).contains("; reports go to " + reports), service::output);
      assertTrue(!service.startupLines().get(0).contains("development"), service::output);
      assertEquals(List.of(), service.agentLines());
    }
  }

  @Test
  void logsNothingIfQuiet() throws IOException {
    try (ServiceProcess service = command().with("quiet", "true").start()) {
      service.get("/slow/250");
      service.exit();
      assertEquals(List.of(), service.startupLines());
      assertEquals(List.of(), service.agentLines());
    }
  }

  @Test
  void keepsCommasInAUrlAndLogsNoPassword() throws IOException {
    List<String> lines =
        run(
            command()
                .with("explain.url", "jdbc:nothing://h1,h2/db?password=t1ger")
                .with("explain.password", "t1ger,scott=t1ger")
                .with("n1.repeats", "t1ger"),
            "/loop/10");
    assertFalse(lines.isEmpty(), "the invalid n1.repeats is not reported");
    assertTrue(lines.stream().noneMatch(line -> line.contains("t1ger")), lines::toString);
    assertEquals(11, Report.in(folder).endpoint("/loop").at("/executions/total").asLong());
  }

  @Test
  void readsSystemProperties() throws IOException {
    run(command().jvmArg("-Drowcall.slow-query=20ms"), "/slow/50");
    assertEquals(1, Report.in(folder).findings("/slow", "slow-query").size());
  }

  @Test
  void prefersAgentArgumentsToSystemProperties() throws IOException {
    run(command().with("slow-query", "10s").jvmArg("-Drowcall.slow-query=20ms"), "/slow/50");
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
  void writesReportsToTheConfiguredFolder() throws IOException {
    Path reports = folder.resolve("elsewhere");
    run(command().with("report.dir", reports), "/loop/10");
    assertEquals(1, Report.files(reports).size());
    assertEquals(List.of(), Report.files(folder.resolve("rowcall-reports")));
  }

  @Test
  void addsNoHeadersIfSwitchedOff() throws IOException {
    try (ServiceProcess service = command().with("headers", "false").start()) {
      ServiceResponse response = service.get("/loop/10");
      assertNoAgentHeader(response);
      service.exit();
    }
    assertEquals(11, Report.in(folder).endpoint("/loop").at("/executions/total").asInt());
  }

  @Test
  void doesNothingIfDisabled() throws IOException {
    try (ServiceProcess service = command().with("enabled", "false").start()) {
      assertNoAgentHeader(service.get("/loop/10"));
      service.exit();
      assertEquals(List.of(), service.agentLines());
    }
    assertEquals(List.of(), Report.files(folder.resolve("rowcall-reports")));
  }

  private static void assertNoAgentHeader(ServiceResponse response) {
    for (String name : ServiceResponse.AGENT_HEADERS) {
      assertEquals(List.of(), response.headers().allValues(name), name);
    }
  }

  private static String onlyAgentLine(ServiceCommand command, String path) throws IOException {
    List<String> lines = run(command, path);
    assertEquals(1, lines.size(), lines::toString);
    return lines.get(0);
  }

  /** Sends one request, which must succeed, and returns the agent's lines on stderr. */
  private static List<String> run(ServiceCommand command, String path) throws IOException {
    try (ServiceProcess service = command.start()) {
      ServiceResponse response = service.get(path);
      assertEquals(200, response.status());
      service.exit();
      assertEquals(0, service.exitCode());
      return service.agentLines();
    }
  }
}
