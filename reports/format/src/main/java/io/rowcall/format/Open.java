package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** A part of the report that keeps the fields it does not know, so that tools lose none. */
abstract class Open {
  private final Map<String, JsonNode> unknown = new LinkedHashMap<String, JsonNode>();

  /** Fields that this version of the model has no name for. */
  @JsonAnyGetter
  public Map<String, JsonNode> unknown() {
    return unknown;
  }

  @JsonAnySetter
  void unknown(String name, JsonNode value) {
    unknown.put(name, value);
  }
}
