package io.rowcall.gate;

import io.rowcall.input.InvalidInputException;
import io.rowcall.text.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A YAML file as nodes with positions. Each accessor converts a node or throws an {@link
 * InvalidInputException} with the line, what was expected and what was found.
 */
final class Yaml {
  /** As many characters as the parser accepts. */
  private static final int MAX_BYTES = 3 * 1024 * 1024;

  private final Path file;
  private final String text;

  private Yaml(Path file, String text) {
    this.file = file;
    this.text = text;
  }

  static Yaml read(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    }
    if (bytes.length > MAX_BYTES) {
      throw new InvalidInputException(
          file + ": expected a budget of at most " + MAX_BYTES + " bytes, found more");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Yaml(file, text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException notUtf8) {
      throw new InvalidInputException(file + ": expected UTF-8 text, found other bytes");
    }
  }

  /** The same file with other content. */
  Yaml withText(String newText) {
    return new Yaml(file, newText);
  }

  /** Without a byte order mark. */
  String text() {
    return text;
  }

  /** Null for an empty file. */
  @Nullable Node root() {
    try {
      var settings = LoadSettings.builder().setLabel(file.toString()).build();
      return new Compose(settings).composeString(text).orElse(null);
    } catch (YamlEngineException invalid) {
      throw new InvalidInputException(file + ": expected YAML, found " + invalid.getMessage());
    } catch (StackOverflowError tooDeep) {
      throw new InvalidInputException(
          file + ": expected a budget, found too many levels of nesting");
    }
  }

  /** Entries of a mapping, in the order of the file. */
  Map<Node, Node> entries(Node node, String expected) {
    if (!(node instanceof MappingNode mapping)) {
      throw invalid(node, expected, node instanceof ScalarNode ? scalar(node) : "a list");
    }
    var entries = new LinkedHashMap<Node, Node>();
    var keys = new TreeMap<String, Node>();
    for (NodeTuple tuple : mapping.getValue()) {
      Node key = tuple.getKeyNode();
      Node duplicate = keys.put(scalar(key), key);
      if (duplicate != null) {
        throw invalid(
            key, "each key once", scalar(duplicate) + " again, after " + origin(duplicate));
      }
      entries.put(key, tuple.getValueNode());
    }
    return entries;
  }

  /** Items of a list; empty for a key without a value. */
  List<Node> items(Node node, String expected) {
    if (node instanceof SequenceNode list) {
      return list.getValue();
    }
    if (scalar(node).isEmpty()) {
      return List.of();
    }
    throw invalid(node, expected, scalar(node));
  }

  String scalar(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw invalid(node, "a text or number", "a list or a mapping");
  }

  String scalarOrEmpty(@Nullable Node node) {
    return node == null ? "" : scalar(node);
  }

  Level level(Node node) {
    return switch (scalar(node).toLowerCase(Locale.ROOT)) {
      case "off", "false" -> Level.OFF;
      case "warn" -> Level.WARN;
      case "error" -> Level.ERROR;
      default -> throw invalid(node, "off, warn or error", scalar(node));
    };
  }

  boolean bool(Node node) {
    return switch (scalar(node).toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw invalid(node, "true or false", scalar(node));
    };
  }

  LocalDate date(String key, Node node) {
    try {
      return LocalDate.parse(scalar(node));
    } catch (DateTimeParseException malformed) {
      throw invalid(node, key + ": a date such as 2027-01-31", scalar(node));
    }
  }

  double number(Node node) {
    return number(node, scalar(node));
  }

  /** {@code 3}, or {@code 10%}. */
  Tolerance tolerance(Node node) {
    String value = scalar(node).strip();
    boolean percent = value.endsWith("%");
    String digits = percent ? value.substring(0, value.length() - 1).strip() : value;
    return new Tolerance(number(node, digits), percent);
  }

  long wholeNumber(Node node) {
    double number = number(node);
    if (number != Math.rint(number) || number > Integer.MAX_VALUE) {
      throw invalid(node, "a whole number", scalar(node));
    }
    return (long) number;
  }

  private double number(Node node, String digits) {
    try {
      double number = Double.parseDouble(digits);
      if (number >= 0 && number < Double.MAX_VALUE) {
        return number;
      }
    } catch (NumberFormatException notNumeric) {
      throw invalid(node, "a number", scalar(node));
    }
    throw invalid(node, "a number of 0 or more", scalar(node));
  }

  InvalidInputException unknown(Node key, List<String> known) {
    String closest = Suggestion.closest(scalar(key), known);
    return invalid(key, "a known key (did you mean " + closest + "?)", scalar(key));
  }

  InvalidInputException invalid(Node node, String expected, String found) {
    return new InvalidInputException(origin(node) + ": expected " + expected + ", found " + found);
  }

  /** {@code budget.yml:12}. */
  String origin(Node node) {
    return file + ":" + node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  TextRange range(Node node) {
    return new TextRange(
        index(node.getStartMark().orElse(null)), index(node.getEndMark().orElse(null)));
  }

  /** Marks count code points, strings count UTF-16 units. */
  private int index(@Nullable Mark mark) {
    return mark == null ? 0 : text.offsetByCodePoints(0, mark.getIndex());
  }
}
