package io.rowcall.sample.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonBytesTest {

  @Test
  void areSentAsTheyAre() {
    JsonBytes cached = JsonBytes.of(List.of("é"));
    assertSame(cached.utf8(), Response.ok(cached).body());
  }

  @Test
  void arePartsOfAnObjectWithoutBeingParsed() throws Exception {
    Map<String, JsonBytes> fields = new LinkedHashMap<>();
    fields.put("success", JsonBytes.of(true));
    fields.put("data", JsonBytes.of(Map.of("name", "é\"")));
    JsonBytes object = JsonBytes.object(fields);
    assertEquals(
        "{\"success\":true,\"data\":{\"name\":\"é\\\"\"}}",
        new String(object.utf8(), StandardCharsets.UTF_8));
    assertEquals("{}", new String(JsonBytes.object(Map.of()).utf8(), StandardCharsets.UTF_8));
  }
}
