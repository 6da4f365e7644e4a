package io.rowcall.cli.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;

/** For scripts: the verdict as one JSON object. */
final class JsonOutput {
  private JsonOutput() {}

  static String of(Verdict verdict) {
    var mapper = JsonMapper.builder().build();
    var root = mapper.createObjectNode().put("passed", verdict.passed());
    var list = root.putArray("breaches");
    for (Breach breach : verdict.breaches()) {
      list.addObject()
          .put("level", breach.level().word())
          .put("about", breach.about())
          .put("text", breach.text());
    }
    try {
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
