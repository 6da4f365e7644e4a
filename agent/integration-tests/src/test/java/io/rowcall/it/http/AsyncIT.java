package io.rowcall.it.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.it.support.Covers;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.ServiceResponse;
import io.rowcall.it.support.Shows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Async requests that a worker completes before the servlet returns, or just after. */
@Covers({"AsyncContext", "AsyncServlet"})
@Shows(Promise.ASYNC_SERVLETS)
final class AsyncIT {
  private static final int CLIENTS = 4;
  private static final int REQUESTS = 1000;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"jetty9", "tomcat9", "jetty12", "tomcat11"})
  void endsEachRequestOnceIfItCompletesEarly(String name) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try (ServiceProcess service = ServiceCommand.of(name, folder).start()) {
      Callable<ServiceResponse> request = () -> service.get("/async/0");
      var responses = new ArrayList<Future<ServiceResponse>>();
      for (int i = 0; i < REQUESTS; i++) {
        responses.add(clients.submit(request));
      }
      for (Future<ServiceResponse> response : responses) {
        assertEquals("0\n", response.get().text());
      }
      assertEquals("1", service.get("/join").header("X-Query-Count"));
      service.exit();
      assertEquals(List.of(), service.agentLines());
    } finally {
      clients.shutdownNow();
    }
    Report report = Report.in(folder);
    JsonNode endpoint = report.endpoint("/async");
    assertEquals(REQUESTS, endpoint.path("requests").asInt(), endpoint::toString);
    assertEquals(2 * REQUESTS, endpoint.at("/executions/total").asInt(), endpoint::toString);
    assertEquals(0, endpoint.path("errors").asInt(), endpoint::toString);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
  }
}
