package io.rowcall.it.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.Route;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Shows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exceptions of a driver, and its calls: the agent changes neither. */
final class ThrowingDriverIT {
  private static final Map<String, String> KINDS =
      Map.of(
          "sql", "java.sql.SQLException",
          "runtime", "java.lang.IllegalArgumentException",
          "error", "java.lang.StackOverflowError");
  private static final List<String> METHODS =
      List.of(
          "prepareStatement",
          "setInt",
          "executeQuery",
          "executeUpdate",
          "addBatch",
          "executeBatch",
          "close",
          "createStatement",
          "execute");

  private static ServiceCommand command(Path folder) {
    return ServiceCommand.of("jdk", folder).jvmArg("-Dshop.connections=throwing");
  }

  @Test
  @Shows({Promise.CLEAN_AFTER_EXCEPTIONS, Promise.SAME_RESULTS})
  void passesOnTheSameExceptionAndCountsTheNextRequestExactly(@TempDir Path folder)
      throws IOException {
    try (ServiceProcess service = command(folder).start()) {
      for (String method : METHODS) {
        for (Map.Entry<String, String> kind : KINDS.entrySet()) {
          assertEquals(
              "same object: true; "
                  + kind.getValue()
                  + ": planned in "
                  + method
                  + "; suppressed: 0\n",
              service.get("/probe/throw/" + method + "/" + kind.getKey()).text());
          assertEquals("4", service.get("/loop/3").header("X-Query-Count"), method);
        }
      }
      service.exit();
    }
    Report report = Report.in(folder);
    JsonNode loop = report.endpoint("/loop");
    int requests = METHODS.size() * KINDS.size();
    assertEquals(requests, loop.path("requests").asInt(), loop::toString);
    assertEquals(4 * requests, loop.at("/executions/total").asInt(), loop::toString);
    assertEquals(4, loop.at("/executions/max").asInt(), loop::toString);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
  }

  /**
   * The driver throws from {@code getMetaData} and {@code toString}, which the agent must not call.
   */
  @Test
  @Shows(Promise.NO_CALLS_OF_ITS_OWN)
  void makesNoAdditionalCallToTheDriver(@TempDir Path folder) throws IOException {
    String plain = calls(command(folder.resolve("plain")).withoutAgent());
    String instrumented = calls(command(folder.resolve("agent")));
    assertTrue(plain.contains("executeQuery"), plain);
    assertFalse(plain.contains("getMetaData"), plain);
    assertEquals(plain, instrumented);
  }

  @Test
  @Shows(Promise.NO_CALLS_OF_ITS_OWN)
  void makesNoAdditionalCallToAProxy(@TempDir Path folder) throws IOException {
    String proxied = "-Dshop.connections=proxy";
    String plain =
        calls(ServiceCommand.of("jdk", folder.resolve("plain")).jvmArg(proxied).withoutAgent());
    String instrumented = calls(ServiceCommand.of("jdk", folder.resolve("agent")).jvmArg(proxied));
    assertTrue(plain.contains("PreparedStatement.executeQuery"), plain);
    assertEquals(plain, instrumented);
  }

  private static String calls(ServiceCommand command) throws IOException {
    try (ServiceProcess service = command.start()) {
      for (Route route : Route.ALL) {
        service.get(route.path());
      }
      return service.get("/probe/calls").text();
    }
  }
}
