package io.rowcall.sample.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Serialized JSON in UTF-8: the form in which responses are cached and sent, so that a hit costs
 * neither serialization nor a copy. Nobody changes the bytes.
 */
public final class JsonBytes {

  private final byte[] utf8;

  public JsonBytes(byte[] utf8) {
    this.utf8 = utf8;
  }

  public static JsonBytes of(Object value) {
    return new JsonBytes(Json.bytes(value));
  }

  /** Returns an object of values that are serialized already. The names need no escapes. */
  public static JsonBytes object(Map<String, JsonBytes> fields) {
    var object = new ByteArrayOutputStream();
    String before = "{";
    for (Map.Entry<String, JsonBytes> field : fields.entrySet()) {
      object.writeBytes((before + '"' + field.getKey() + "\":").getBytes(StandardCharsets.UTF_8));
      object.writeBytes(field.getValue().utf8);
      before = ",";
    }
    object.writeBytes((before.equals("{") ? "{}" : "}").getBytes(StandardCharsets.UTF_8));
    return new JsonBytes(object.toByteArray());
  }

  /** Returns the bytes themselves, not a copy. */
  public byte[] utf8() {
    return utf8;
  }
}
