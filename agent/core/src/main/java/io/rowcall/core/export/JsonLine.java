package io.rowcall.core.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Line of a log: the fields of a JSON object, in the order in which they were put. */
final class JsonLine {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Map<String, @Nullable Object> fields =
      new LinkedHashMap<String, @Nullable Object>();

  JsonLine put(String name, @Nullable String value) {
    fields.put(name, value);
    return this;
  }

  /** Leaves out what is null. */
  JsonLine putIfKnown(String name, @Nullable String value) {
    return value == null ? this : put(name, value);
  }

  JsonLine put(String name, long value) {
    fields.put(name, value);
    return this;
  }

  JsonLine put(String name, double value) {
    fields.put(name, value);
    return this;
  }

  JsonLine put(String name, boolean value) {
    fields.put(name, value);
    return this;
  }

  /** Writes the object, without a line break; the writer stays open. */
  void write(Writer out) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
      json.writeStartObject();
      for (Map.Entry<String, @Nullable Object> field : fields.entrySet()) {
        json.writeFieldName(field.getKey());
        writeValue(json, field.getValue());
      }
      json.writeEndObject();
    }
  }

  private static void writeValue(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Boolean) {
      json.writeBoolean((Boolean) value);
    } else if (value instanceof Long) {
      json.writeNumber((Long) value);
    } else if (value instanceof Double) {
      json.writeNumber((Double) value);
    } else {
      json.writeString((String) value);
    }
  }
}
