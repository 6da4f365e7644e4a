package io.rowcall.sample.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;

/** Serialized JSON: the form in which values are cached, so that a hit costs no serialization. */
public record JsonText(@JsonValue @JsonRawValue String text) {

  public static JsonText of(Object value) {
    return new JsonText(new String(Json.bytes(value), StandardCharsets.UTF_8));
  }
}
