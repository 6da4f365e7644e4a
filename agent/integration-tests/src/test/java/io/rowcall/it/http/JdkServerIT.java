package io.rowcall.it.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.Route;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Shows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JDK's own server, H2 through the driver manager, and what is special about that server. */
@Shows("JdkHttpServer")
final class JdkServerIT extends ServiceContract {

  @Override
  protected ServiceCommand command(Path folder) {
    return ServiceCommand.of("jdk", folder);
  }

  @Override
  protected List<Route> more() {
    return List.of();
  }

  @Test
  void countsAHandlerThatIsALambda(@TempDir Path folder) throws IOException {
    try (ServiceProcess service = command(folder).start()) {
      assertEquals("1", service.get("/lambda/join").header("X-Query-Count"));
      service.exit();
    }
    JsonNode endpoint = Report.in(folder).endpoint("/lambda");
    assertEquals(1, endpoint.path("requests").asLong(), endpoint::toString);
    assertEquals(1, endpoint.at("/executions/total").asLong(), endpoint::toString);
  }

  /** This server closes the connection then, with the agent as without it. */
  @Test
  void countsAHandlerThatThrowsAsAnError(@TempDir Path folder) throws IOException {
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
