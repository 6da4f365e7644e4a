package io.rowcall.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.TreeNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the fields of a node; leaves out what is null. */
final class JsonFields {
  private final JsonGenerator json;

  JsonFields(JsonGenerator json) {
    this.json = json;
  }

  void text(String name, @Nullable String value) throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  void textUnlessEmpty(String name, String value) throws IOException {
    if (!value.isEmpty()) {
      json.writeStringField(name, value);
    }
  }

  void texts(String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  void count(String name, long value) throws IOException {
    json.writeNumberField(name, value);
  }

  void count(String name, @Nullable Long value) throws IOException {
    if (value != null) {
      json.writeNumberField(name, value.longValue());
    }
  }

  void countUnlessZero(String name, long value) throws IOException {
    if (value != 0) {
      json.writeNumberField(name, value);
    }
  }

  void number(String name, double value) throws IOException {
    json.writeNumberField(name, value);
  }

  void node(String name, @Nullable ExtensibleNode node) throws IOException {
    if (node != null) {
      json.writeFieldName(name);
      node(node);
    }
  }

  void nodes(String name, List<? extends ExtensibleNode> nodes) throws IOException {
    json.writeArrayFieldStart(name);
    for (ExtensibleNode node : nodes) {
      node(node);
    }
    json.writeEndArray();
  }

  void nodesUnlessEmpty(String name, List<? extends ExtensibleNode> nodes) throws IOException {
    if (!nodes.isEmpty()) {
      nodes(name, nodes);
    }
  }

  /** Writes a node as an object, its unknown fields last. */
  void node(ExtensibleNode node) throws IOException {
    json.writeStartObject();
    node.writeFields(this);
    for (Map.Entry<String, ? extends TreeNode> field : node.unknown().entrySet()) {
      json.writeFieldName(field.getKey());
      try (JsonParser value = field.getValue().traverse()) {
        value.nextToken();
        json.copyCurrentStructure(value);
      }
    }
    json.writeEndObject();
  }
}
