package io.rowcall.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rowcall.load.run.Variant;
import io.rowcall.sample.catalog.Endpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo end to end, as short as possible. */
class DemoTest {

  @TempDir private Path folder;

  @Test
  void measuresEveryEndpointInEveryVariantAndEveryClaim() throws Exception {
    Demo.main(
        new String[] {
          "--data", "small", "--rounds", "1", "--seconds", "2", "--reports", folder.toString()
        });
    JsonNode results = new ObjectMapper().readTree(folder.resolve("results.json").toFile());
    JsonNode rows = results.at("/result/endpoints");
    assertEquals(Endpoint.values().length, rows.size());
    for (JsonNode row : rows) {
      assertEquals(Variant.values().length, row.path("sides").size(), row::toString);
    }
    for (Variant variant : Variant.values()) {
      JsonNode totals = results.at("/result/totals/" + variant);
      assertTrue(totals.path("requests").asLong() > 0, totals::toString);
      assertEquals(0, totals.path("errors").asLong(), totals::toString);
    }
    assertTrue(results.path("promises").size() > 60);
    for (String name :
        new String[] {"both forms answer the same", "changes are pushed as they happen"}) {
      assertTrue(kept(results.path("promises"), name), () -> name + results.path("promises"));
    }
    JsonNode ablation = results.path("ablation");
    assertEquals(11, ablation.size());
    ablation.forEach(row -> assertTrue(row.path("p50Millis").size() > 0, row::toString));
    assertEquals(
        1 + Endpoint.values().length * Variant.values().length,
        Files.readAllLines(folder.resolve("results.csv")).size());
  }

  private static boolean kept(JsonNode claims, String name) {
    for (JsonNode claim : claims) {
      if (claim.path("name").asText().equals(name)) {
        return claim.path("kept").asText().equals("yes");
      }
    }
    return false;
  }
}
