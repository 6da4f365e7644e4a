package io.rowcall.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rowcall.format.ExtensibleNode;
import io.rowcall.format.read.ReportException;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Preserves fields that this version does not know. Objects are merged field by field. Of other
 * values that differ, an object wins over a list or scalar, then the longer text wins, then the
 * later one in alphabetical order.
 */
final class UnknownFields {
  private static final int NODE_BYTES = 64;

  private @Nullable Map<String, JsonNode> fields;

  void add(ExtensibleNode part, MemoryBudget memory) throws ReportException {
    for (var field : part.unknown().entrySet()) {
      add(field.getKey(), field.getValue(), memory);
    }
  }

  void add(String name, JsonNode value, MemoryBudget memory) throws ReportException {
    Map<String, JsonNode> known = fields;
    if (known == null) {
      known = new TreeMap<>();
      fields = known;
    }
    JsonNode old = known.get(name);
    if (old == null) {
      JsonNode kept = sorted(value);
      memory.reserve(MemoryBudget.sizeOf(name) + sizeOf(kept));
      known.put(name, kept);
    } else if (!old.equals(value)) {
      JsonNode both = merge(old, sorted(value));
      memory.reserve(Math.max(0, sizeOf(both) - sizeOf(old)));
      known.put(name, both);
    }
  }

  /** Copies all fields to a part of the merged report, in the order of their names. */
  void copyTo(ExtensibleNode part) {
    if (fields != null) {
      if (!part.unknown().isEmpty()) {
        part.unknown().clear();
      }
      fields.forEach(part::addUnknown);
    }
  }

  private static JsonNode merge(JsonNode a, JsonNode b) {
    if (a.isObject() != b.isObject()) {
      return a.isObject() ? a : b;
    }
    if (!a.isObject()) {
      String textA = a.toString();
      String textB = b.toString();
      int order = Integer.compare(textA.length(), textB.length());
      return (order != 0 ? order : textA.compareTo(textB)) >= 0 ? a : b;
    }
    var names = new TreeSet<String>();
    a.fieldNames().forEachRemaining(names::add);
    b.fieldNames().forEachRemaining(names::add);
    ObjectNode both = JsonNodeFactory.instance.objectNode();
    for (String name : names) {
      JsonNode valueA = a.get(name);
      JsonNode valueB = b.get(name);
      both.set(name, valueA == null ? valueB : valueB == null ? valueA : merge(valueA, valueB));
    }
    return both;
  }

  private static JsonNode sorted(JsonNode node) {
    if (node.isArray()) {
      var list = JsonNodeFactory.instance.arrayNode(node.size());
      node.forEach(each -> list.add(sorted(each)));
      return list;
    }
    if (!node.isObject()) {
      return node;
    }
    var names = new ArrayList<String>();
    node.fieldNames().forEachRemaining(names::add);
    names.sort(null);
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    names.forEach(name -> object.set(name, sorted(node.path(name))));
    return object;
  }

  private static long sizeOf(JsonNode node) {
    long bytes = NODE_BYTES + (node.isTextual() ? MemoryBudget.sizeOf(node.textValue()) : 0);
    for (var field : node.properties()) {
      bytes += MemoryBudget.sizeOf(field.getKey()) + sizeOf(field.getValue());
    }
    if (node.isArray()) {
      for (JsonNode each : node) {
        bytes += sizeOf(each);
      }
    }
    return bytes;
  }
}
