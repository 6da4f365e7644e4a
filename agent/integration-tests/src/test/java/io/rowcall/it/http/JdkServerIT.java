package io.rowcall.it.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.it.support.Covers;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JDK's HTTP server, with H2 through the driver manager; and handlers of that server. */
@Covers("JdkHttpServer")
final class JdkServerIT extends ServiceContract {

  @Override
  protected ServiceCommand command(Path folder) {
    return ServiceCommand.of("jdk", folder);
  }

  @Test
  void countsInAHandlerThatIsALambda(@TempDir Path folder) throws IOException {
    try (ServiceProcess service = command(folder).start()) {
      assertEquals("1", service.get("/lambda/join").header("X-Query-Count"));
      service.exit();
    }
    JsonNode endpoint = Report.in(folder).endpoint("/lambda");
    assertEquals(1, endpoint.path("requests").asLong(), endpoint::toString);
    assertEquals(1, endpoint.at("/executions/total").asLong(), endpoint::toString);
  }

  /** The server then closes the connection, with or without the agent. */
  @Test
  void countsAnErrorIfAHandlerThrows(@TempDir Path folder) throws IOException {
    try (ServiceProcess service = command(folder).start()) {
      assertThrows(IOException.class, () -> service.post("/error"));
      assertEquals(200, service.get("/join").status());
      service.exit();
    }
    Report report = Report.in(folder);
    JsonNode endpoint = report.endpoint("/error");
    assertEquals(1, endpoint.path("requests").asLong(), endpoint::toString);
    assertEquals(1, endpoint.path("errors").asLong(), endpoint::toString);
    assertEquals(1, endpoint.at("/executions/total").asLong(), endpoint::toString);
    assertEquals(1, report.endpoint("/join").at("/executions/total").asLong());
    assertEquals(0, report.total("suppressedErrors"), report::totals);
  }
}
