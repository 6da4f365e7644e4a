package io.rowcall.cli.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rowcall.format.ExtensibleNode;
import io.rowcall.format.ReportException;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Fields that this version has no name for. All are kept: objects are united field by field; of
 * other values that differ, an object stays before a list or a single value, then the longer text,
 * of equally long ones the later in the alphabet.
 */
final class UnknownFields {
  private static final int BYTES_OF_A_NODE = 64;

  private @Nullable Map<String, JsonNode> fields;

  void add(ExtensibleNode part, MemoryBudget weight) throws ReportException {
    for (var field : part.unknown().entrySet()) {
      add(field.getKey(), field.getValue(), weight);
    }
  }

  void add(String name, JsonNode value, MemoryBudget weight) throws ReportException {
    Map<String, JsonNode> known = fields;
    if (known == null) {
      known = new TreeMap<>();
      fields = known;
    }
    JsonNode old = known.get(name);
    if (old == null) {
      JsonNode kept = sorted(value);
      weight.add(MemoryBudget.of(name) + weightOf(kept));
      known.put(name, kept);
    } else if (!old.equals(value)) {
      JsonNode both = joined(old, sorted(value));
      weight.add(Math.max(0, weightOf(both) - weightOf(old)));
      known.put(name, both);
    }
  }

  /** Gives the part all fields, in the order of their names. */
  void giveTo(ExtensibleNode part) {
    if (fields != null) {
      if (!part.unknown().isEmpty()) {
        part.unknown().clear();
      }
      fields.forEach(part::unknown);
    }
  }

  private static JsonNode joined(JsonNode a, JsonNode b) {
    if (a.isObject() != b.isObject()) {
      return a.isObject() ? a : b;
    }
    if (!a.isObject()) {
      String textOfA = a.toString();
      String textOfB = b.toString();
      int byLength = Integer.compare(textOfA.length(), textOfB.length());
      return (byLength != 0 ? byLength : textOfA.compareTo(textOfB)) >= 0 ? a : b;
    }
    var names = new TreeSet<String>();
    a.fieldNames().forEachRemaining(names::add);
    b.fieldNames().forEachRemaining(names::add);
    ObjectNode both = JsonNodeFactory.instance.objectNode();
    for (String name : names) {
      JsonNode inA = a.get(name);
      JsonNode inB = b.get(name);
      both.set(name, inA == null ? inB : inB == null ? inA : joined(inA, inB));
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

  private static long weightOf(JsonNode node) {
    long bytes = BYTES_OF_A_NODE + (node.isTextual() ? MemoryBudget.of(node.textValue()) : 0);
    for (var field : node.properties()) {
      bytes += MemoryBudget.of(field.getKey()) + weightOf(field.getValue());
    }
    if (node.isArray()) {
      for (JsonNode each : node) {
        bytes += weightOf(each);
      }
    }
    return bytes;
  }
}
