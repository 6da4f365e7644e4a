package io.rowcall.it.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.it.support.Answer;
import io.rowcall.it.support.Await;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Shows;
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
 * However a response is committed, and by whomever, its header says what its own request has
 * executed by then, or is not there.
 */
@Shows({"AsyncContext", "GrizzlyCommit", "UndertowCommit"})
final class CommitWaysIT {
  private static final String NONE = "0 headers X-Query-Count";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"tomcat", "undertow", "grizzly"})
  void sayTheExecutionsOfTheirRequestOrNothing(String server) throws Exception {
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("/ways/flushed-by-worker", "21");
    expected.put("/ways/completed-by-worker", "21");
    expected.put("/ways/completed-inside", "3");
    expected.put("/ways/flushed-first", "1");
    expected.put("/ways/redirect", "1");
    expected.put("/ways/unmodified", "1");
    expected.put("/ways/refused", "1");
    if (server.equals("tomcat")) {
      expected.put("/rs/resumed", "21");
      expected.put("/rs/staged", "21");
    }
    expected.put("/ways/unfollowed", NONE);
    Map<String, String> found = new LinkedHashMap<>();
    try (ServiceProcess service = command(server).start()) {
      for (String path : expected.keySet()) {
        found.put(path, service.get(path).header("X-Query-Count"));
      }
      assertTimingStays(service);
      assertEachItsOwn(service);
      service.exit();
      assertEquals(List.of(), service.agentLines());
    }
    assertEquals(expected, found);
    Report report = Report.in(folder);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
  }

  /** What the application says in {@code Server-Timing} itself stays there, beside one of ours. */
  private static void assertTimingStays(ServiceProcess service) throws IOException {
    List<String> timing = service.get("/ways/timing").headers().allValues("Server-Timing");
    assertEquals(2, timing.size(), timing::toString);
    assertTrue(timing.contains("app;dur=1"), timing::toString);
  }

  /** A request that answers another one's listener commits a response that is not its own. */
  private static void assertEachItsOwn(ServiceProcess service) throws Exception {
    CompletableFuture<Answer> listener =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return service.get("/ways/listen");
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    Await.until(() -> tells(service, "/ways/listening"), Duration.ofSeconds(60), () -> "listens");
    assertEquals("3", service.get("/ways/tell").header("X-Query-Count"));
    assertEquals("1", listener.get().header("X-Query-Count"));
  }

  private static boolean tells(ServiceProcess service, String path) {
    try {
      return service.get(path).status() == 200;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ServiceCommand command(String server) {
    return ServiceCommand.of("servers", folder)
        .jvm("-Dserver=" + server)
        .with("slow-query", "1m")
        .with("slow-request", "1m");
  }
}
