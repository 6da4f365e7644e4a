package io.rowcall.it.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.it.support.CallSites;
import io.rowcall.it.support.Jdks;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.Route;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Shows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Exact counts on every JDK listed in {@code -Drowcall.jdks}. */
@EnabledIfSystemProperty(
    named = "rowcall.jdks",
    matches = ".+",
    disabledReason = "no additional JDKs: list their homes in -Drowcall.jdks")
@Shows(Promise.JAVA_VERSIONS)
final class OldJavaIT {
  @TempDir private Path folder;

  static Stream<Arguments> services() {
    return Jdks.additional()
        .flatMap(
            home -> Stream.of("jdk", "jetty9", "tomcat9").map(name -> Arguments.of(home, name)));
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("services")
  void countsExactly(Path home, String name) throws IOException {
    try (ServiceProcess service =
        ServiceCommand.of(name, folder).onJdk(home).jvmArg("-Dshop.connections=hikari").start()) {
      for (Route route : Route.ALL) {
        String count = service.get(route.path()).header("X-Query-Count");
        assertEquals(Integer.toString(route.executionsAtCommit()), count, route.path());
      }
      service.exit();
      assertEquals(List.of(), service.agentLines());
    }
    Report report = Report.in(folder);
    for (Route route : Route.ALL) {
      JsonNode endpoint = report.endpoint(route.name());
      assertEquals(
          route.executions(), endpoint.at("/executions/total").asLong(-1), endpoint::toString);
    }
    JsonNode finding = report.onlyFinding("/loop", "n+1-select");
    CallSites.assertAt(CallSites.SHOP, "loop", finding.path("callSite"));
    assertEquals(0, report.total("suppressedErrors"), report::totals);
  }
}
