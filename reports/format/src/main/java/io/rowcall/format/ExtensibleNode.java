package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Part of a report that preserves unknown fields, so that older tools lose none. */
public abstract class ExtensibleNode {
  /** Null if there is none, as almost always: a report has a hundred thousand nodes. */
  private @Nullable Map<String, JsonNode> unknown;

  ExtensibleNode() {}

  /** Writes the known fields in the order of the report. */
  abstract void writeFields(JsonFields out) throws IOException;

  /** Fields unknown to this version of the model. Mutable unless empty. */
  public Map<String, JsonNode> unknown() {
    return unknown == null ? Collections.<String, JsonNode>emptyMap() : unknown;
  }

  /** Adds a field unknown to this version of the model. */
  @JsonAnySetter
  public void addUnknown(String name, JsonNode value) {
    if (unknown == null) {
      unknown = new LinkedHashMap<String, JsonNode>(4);
    }
    unknown.put(name, value);
  }
}
