package io.rowcall.sample.load;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

/** With the agent, every answer is byte for byte what it is without, but for the times it tells. */
class AgentBodiesTest {

  private static final Path AGENT = Path.of("../agent/agent/target/rowcall-agent.jar");
  private static final Pattern TIMES =
      Pattern.compile("\"(queryTime|totalTime)\":[0-9.E-]+|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

  @TempDir private Path folder;

  @Test
  void leavesEveryBodyAsItIs() throws Exception {
    assumeTrue(Files.isRegularFile(AGENT), "the agent is not built");
    Map<String, String> plain = bodies(null);
    Map<String, String> watched = bodies(AGENT);
    assertTrue(plain.size() >= 2 * Endpoint.values().length, plain.keySet()::toString);
    List<Executable> same = new ArrayList<>();
    plain.forEach((label, body) -> same.add(() -> assertEquals(body, watched.get(label), label)));
    assertAll(same);
  }

  private Map<String, String> bodies(@Nullable Path agent) throws Exception {
    Map<String, String> bodies = new LinkedHashMap<>();
    Path home = folder.resolve(agent == null ? "plain" : "watched");
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
