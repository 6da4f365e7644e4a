package io.rowcall.load.service;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.sample.catalog.Call;
import io.rowcall.sample.catalog.Endpoint;
import io.rowcall.sample.catalog.Form;
import io.rowcall.sample.catalog.Visit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** The agent changes no byte of any response body, apart from the times in them. */
class AgentBodiesIT {

  private static final Path AGENT = Path.of("../../agent/agent/target/rowcall-agent.jar");
  private static final Pattern TIMES =
      Pattern.compile("\"(queryTime|totalTime)\":[0-9.E-]+|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

  @TempDir private Path folder;

  @Test
  void changesNoBody() throws Exception {
    assertTrue(Files.isRegularFile(AGENT), "build the agent first: " + AGENT);
    Map<String, String> withoutAgent = bodies(null);
    Map<String, String> withAgent = bodies(AGENT);
    assertTrue(
        withoutAgent.size() >= 2 * Endpoint.values().length, withoutAgent.keySet()::toString);
    List<Executable> checks = new ArrayList<>();
    withoutAgent.forEach(
        (label, body) -> checks.add(() -> assertEquals(body, withAgent.get(label), label)));
    assertAll(checks);
  }

  private Map<String, String> bodies(@Nullable Path agent) throws Exception {
    Map<String, String> bodies = new LinkedHashMap<>();
    Path home = folder.resolve(agent == null ? "withoutAgent" : "withAgent");
    try (Service service = Service.start(home, agent, List.of("--data=small"), Map.of())) {
      var client = new Client(service.port());
      for (Endpoint endpoint : Endpoint.values()) {
        for (Form form : Form.values()) {
          client.send(new Call("POST", "/api/cache/clear", Map.of(), ""));
          Sample sample = client.send(endpoint.call(form, new Visit(0, 1, form.ordinal() + 1)));
          bodies.put(
              endpoint.label(form),
              sample.status() + " " + TIMES.matcher(sample.body()).replaceAll("(a time)"));
        }
      }
      service.stop();
    }
    return bodies;
  }
}
