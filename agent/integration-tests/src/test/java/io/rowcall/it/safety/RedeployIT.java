package io.rowcall.it.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Shows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A web application that is deployed, used and undeployed, again and again, with its own driver,
 * pool and executor. The program prints how many of its class loaders the JVM has collected.
 */
@Shows(Promise.REDEPLOYED)
final class RedeployIT {
  private static final int EXECUTIONS = 11;

  @TempDir private Path folder;

  @Test
  void releasesTheApplicationsLoader() throws IOException {
    assertReleases("tomcat11", 3);
  }

  @Tag("compat")
  @ParameterizedTest
  @ValueSource(strings = {"tomcat9", "tomcat11"})
  void releasesTheLoadersOfFiftyDeployments(String name) throws IOException {
    assertReleases(name, 50);
  }

  private void assertReleases(String name, int deployments) throws IOException {
    Path target = ServiceCommand.SERVICES.resolve(name + "/target");
    ServiceCommand command =
        ServiceCommand.of(name, folder)
            .jvmArg("-Djava.io.tmpdir=" + folder)
            .jvmArg("-Xmx256m")
            .program(
                "-cp",
                target.resolve(name + ".jar").toString(),
                "io.acme.tomcat.Redeployments",
                target.toString(),
                Integer.toString(deployments));
    try (ServiceProcess program = command.start()) {
      program.awaitExit();
      assertEquals(
          "COLLECTED " + deployments + " of " + deployments,
          program.stdout().get(program.stdout().size() - 1),
          program::output);
      assertEquals(List.of(), agentLines(program));
    }
    Report report = Report.in(folder);
    assertEquals(
        EXECUTIONS * (long) deployments,
        report.endpoint("/app").at("/executions/total").asLong(),
        report.json()::toString);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
  }

  /** Without lines of the server that name one of its jars. */
  private static List<String> agentLines(ServiceProcess program) {
    return program.agentLines().stream()
        .filter(line -> line.startsWith("rowcall:") || line.contains(" rowcall - "))
        .toList();
  }
}
