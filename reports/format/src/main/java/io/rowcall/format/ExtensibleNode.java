package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of the report that keeps the fields it does not know, so that tools lose none. */
public abstract class ExtensibleNode {
  /** Null while there is none, as nearly always: a report has a hundred thousand of these. */
  private @Nullable Map<String, JsonNode> unknown;

  ExtensibleNode() {}

  /** Fields that this version of the model has no name for. */
  @JsonAnyGetter
  public Map<String, JsonNode> unknown() {
    return unknown == null ? Collections.<String, JsonNode>emptyMap() : unknown;
  }

  /** Keeps a field that this version of the model has no name for. */
  @JsonAnySetter
  public void unknown(String name, JsonNode value) {
    if (unknown == null) {
      unknown = new LinkedHashMap<String, JsonNode>(4);
    }
    unknown.put(name, value);
  }
}
