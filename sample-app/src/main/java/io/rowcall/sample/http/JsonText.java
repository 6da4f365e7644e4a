package io.rowcall.sample.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;

/**
 * A piece of a body that is written already: what a cache holds, so that a hit costs no
 * serializing.
 */
public record JsonText(@JsonValue @JsonRawValue String text) {

  public static JsonText of(Object value) {
    return new JsonText(new String(Json.bytes(value), StandardCharsets.UTF_8));
  }
}
