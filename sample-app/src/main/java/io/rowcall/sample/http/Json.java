package io.rowcall.sample.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/**
 * The service's JSON mapper: instants as ISO-8601 text, and maps sorted by key, so that every run
 * writes the same bytes.
 */
public final class Json {

  public static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private Json() {}

  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException failed) {
      throw new IllegalStateException("cannot write " + value.getClass().getName(), failed);
    }
  }

  /**
   * Parses a body.
   *
   * @throws HttpError 400 if it is not a JSON object
   */
  public static JsonNode object(byte[] body) {
    try {
      JsonNode tree = MAPPER.readTree(body);
      if (tree != null && tree.isObject()) {
        return tree;
      }
    } catch (IOException malformed) {
      // Rejected below, together with JSON that is no object.
    }
    throw HttpError.badRequest("the body must be a JSON object");
  }

  /**
   * Returns a text field of an object.
   *
   * @throws HttpError 400 if it is missing, blank or too long
   */
  public static String text(JsonNode object, String name, int maxLength) {
    String text = object.path(name).asText("");
    if (text.isBlank() || text.length() > maxLength) {
      throw HttpError.badRequest(name + " must be a text of 1 to " + maxLength + " characters");
    }
    return text;
  }
}
