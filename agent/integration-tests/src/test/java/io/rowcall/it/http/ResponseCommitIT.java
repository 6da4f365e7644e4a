package io.rowcall.it.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.it.support.Await;
import io.rowcall.it.support.Covers;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.ServiceResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Responses committed in different ways and by different threads: the header has the executions of
 * their own request at that time, or is absent.
 */
@Covers({"AsyncContext", "GrizzlyCommit", "UndertowCommit"})
final class ResponseCommitIT {
  private static final String NONE = "0 headers X-Query-Count";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"tomcat", "undertow", "grizzly"})
  void addsTheCountOfItsOwnRequestOrNoHeader(String server) throws Exception {
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("/commit/flushed-by-worker", "21");
    expected.put("/commit/completed-by-worker", "21");
    expected.put("/commit/completed-inside", "3");
    expected.put("/commit/flushed-first", "1");
    expected.put("/commit/redirect", "1");
    expected.put("/commit/unmodified", "1");
    expected.put("/commit/refused", "1");
    if (server.equals("tomcat")) {
      expected.put("/rs/resumed", "21");
      expected.put("/rs/staged", "21");
    }
    expected.put("/commit/unfollowed", NONE);
    Map<String, String> actual = new LinkedHashMap<>();
    try (ServiceProcess service = command(server).start()) {
      for (String path : expected.keySet()) {
        actual.put(path, service.get(path).header("X-Query-Count"));
      }
      assertKeepsServerTiming(service);
      assertCommitsAnotherRequest(service);
      service.exit();
      assertEquals(List.of(), service.agentLines());
    }
    assertEquals(expected, actual);
    Report report = Report.in(folder);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
  }

  /** The application's own {@code Server-Timing} stays beside the agent's. */
  private static void assertKeepsServerTiming(ServiceProcess service) throws IOException {
    List<String> timing = service.get("/commit/timing").headers().allValues("Server-Timing");
    assertEquals(2, timing.size(), timing::toString);
    assertTrue(timing.contains("app;dur=1"), timing::toString);
  }

  /** One request completes the response of another that waits for it. */
  private static void assertCommitsAnotherRequest(ServiceProcess service) throws Exception {
    CompletableFuture<ServiceResponse> listener =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return service.get("/commit/listen");
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    Await.until(
        () -> isOk(service, "/commit/listening"), Duration.ofSeconds(60), () -> "no listener");
    assertEquals("3", service.get("/commit/notify").header("X-Query-Count"));
    assertEquals("1", listener.get().header("X-Query-Count"));
  }

  private static boolean isOk(ServiceProcess service, String path) {
    try {
      return service.get(path).status() == 200;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ServiceCommand command(String server) {
    return ServiceCommand.of("servers", folder)
        .jvmArg("-Dserver=" + server)
        .with("slow-query", "1m")
        .with("slow-request", "1m");
  }
}
