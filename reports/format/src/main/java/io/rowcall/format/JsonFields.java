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
  private final LineIndenter indenter;

  JsonFields(JsonGenerator json, LineIndenter indenter) {
    this.json = json;
    this.indenter = indenter;
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

  /** Writes a list on one line. */
  void counts(String name, long[] values) throws IOException {
    json.writeFieldName(name);
    indenter.beginLine();
    json.writeArray(values, 0, values.length);
    indenter.endLine();
  }

  /** Writes a list on one line. */
  void numbers(String name, double[] values) throws IOException {
    json.writeFieldName(name);
    indenter.beginLine();
    json.writeArray(values, 0, values.length);
    indenter.endLine();
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

  /** Writes a list with each node on one line. */
  void lines(String name, List<? extends ExtensibleNode> nodes) throws IOException {
    json.writeArrayFieldStart(name);
    for (ExtensibleNode node : nodes) {
      lineNode(node);
    }
    json.writeEndArray();
  }

  private void lineNode(ExtensibleNode node) throws IOException {
    json.writeStartObject();
    indenter.beginLine();
    writeContent(node);
    json.writeEndObject();
    indenter.endLine();
  }

  void nodesUnlessEmpty(String name, List<? extends ExtensibleNode> nodes) throws IOException {
    if (!nodes.isEmpty()) {
      nodes(name, nodes);
    }
  }

  /** Writes a node as an object, its unknown fields last. */
  void node(ExtensibleNode node) throws IOException {
    json.writeStartObject();
    writeContent(node);
    json.writeEndObject();
  }

  private void writeContent(ExtensibleNode node) throws IOException {
    node.writeFields(this);
    for (Map.Entry<String, ? extends TreeNode> field : node.unknown().entrySet()) {
      json.writeFieldName(field.getKey());
      try (JsonParser value = field.getValue().traverse()) {
        value.nextToken();
        json.copyCurrentStructure(value);
      }
    }
  }
}
