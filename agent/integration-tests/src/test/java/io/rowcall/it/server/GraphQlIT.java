package io.rowcall.it.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.it.support.Covers;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operations of graphql-java behind one route are endpoints of their own. */
@Tag("compat")
@Covers("GraphQl")
final class GraphQlIT {

  @ParameterizedTest
  @ValueSource(strings = {"webflux", "webflux5"})
  void namesEndpointsAfterTheOperation(String name, @TempDir Path folder) throws Exception {
    try (ServiceProcess service = ServiceCommand.of(name, folder).start()) {
      try (RawClient client = new RawClient(service.port())) {
        execute(client, "query OrdersOfUser { repeat(name: \"dave\", n: 3) }");
        execute(client, "{ alias: repeat(name: \"dave\", n: 2) }");
        execute(client, "query q7f3a91bc { repeat(name: \"dave\", n: 1) }");
      }
      service.terminate();
      assertEquals(List.of(), service.agentLines());
    }
    Report report = Report.in(folder);
    assertExecutions(report, "POST /graphql OrdersOfUser", 3);
    assertExecutions(report, "POST /graphql repeat", 2);
    assertExecutions(report, "POST /graphql {id}", 1);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
  }

  private static void execute(RawClient client, String query) throws Exception {
    client.send(
        "POST /graphql HTTP/1.1\r\nHost: shop.example\r\nContent-Type: text/plain\r\n"
            + ("Content-Length: " + query.length() + "\r\n\r\n" + query));
    assertEquals(200, client.read().status());
  }

  private static void assertExecutions(Report report, String name, int executions) {
    JsonNode endpoint = report.endpoint(name);
    assertEquals(executions, endpoint.at("/executions/total").asInt(), endpoint::toString);
  }
}
