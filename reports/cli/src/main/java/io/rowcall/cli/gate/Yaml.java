package io.rowcall.cli.gate;

import io.rowcall.cli.InvalidInputException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** The nodes of a YAML file. Every complaint names the line, what was expected and found. */
final class Yaml {
  private final Path file;
  private final String text;

  private Yaml(Path file, String text) {
    this.file = file;
    this.text = text;
  }

  static Yaml of(Path file) throws IOException {
    try {
      String text = Files.readString(file);
      return new Yaml(file, text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException notUtf8) {
      throw new InvalidInputException(file + ": expected a text in UTF-8, found other bytes");
    }
  }

  /** The same file with another text. */
  Yaml with(String edited) {
    return new Yaml(file, edited);
  }

  /** Without a byte order mark. */
  String text() {
    return text;
  }

  /** Null when there is none. */
  @Nullable Node root() {
    try {
      var settings = LoadSettings.builder().setLabel(file.toString()).build();
      return new Compose(settings).composeString(text).orElse(null);
    } catch (YamlEngineException noYaml) {
      throw new InvalidInputException(file + ": expected YAML, found " + noYaml.getMessage());
    } catch (StackOverflowError tooDeep) {
      throw new InvalidInputException(
          file + ": expected a budget, found groups within groups without end");
    }
  }

  /** Entries in the order of the file. */
  Map<Node, Node> entries(Node node, String expected) {
    if (!(node instanceof MappingNode mapping)) {
      throw bad(node, expected, node instanceof ScalarNode ? scalar(node) : "a list");
    }
    var entries = new LinkedHashMap<Node, Node>();
    var seen = new TreeMap<String, Node>();
    for (NodeTuple tuple : mapping.getValue()) {
      Node before = seen.put(scalar(tuple.getKeyNode()), tuple.getKeyNode());
      if (before != null) {
        throw bad(
            tuple.getKeyNode(), "each key once", scalar(before) + " again, after " + where(before));
      }
      entries.put(tuple.getKeyNode(), tuple.getValueNode());
    }
    return entries;
  }

  /** None of a key without a value. */
  List<Node> items(Node node, String expected) {
    if (node instanceof SequenceNode list) {
      return list.getValue();
    }
    if (scalar(node).isEmpty()) {
      return List.of();
    }
    throw bad(node, expected, scalar(node));
  }

  String scalar(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw bad(node, "a text or number", "a list or a group");
  }

  Level level(Node node) {
    return switch (scalar(node).toLowerCase(Locale.ROOT)) {
      case "off", "false" -> Level.OFF;
      case "warn" -> Level.WARN;
      case "error" -> Level.ERROR;
      default -> throw bad(node, "off, warn or error", scalar(node));
    };
  }

  boolean truth(Node node) {
    return switch (scalar(node).toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw bad(node, "true or false", scalar(node));
    };
  }

  double number(Node node) {
    return number(node, scalar(node));
  }

  /** {@code 3}, or {@code 10%}. */
  Tolerance tolerance(Node node) {
    String written = scalar(node).strip();
    boolean percent = written.endsWith("%");
    String digits = percent ? written.substring(0, written.length() - 1).strip() : written;
    return new Tolerance(number(node, digits), percent);
  }

  long wholeNumber(Node node) {
    double number = number(node);
    if (number != Math.rint(number) || number > Integer.MAX_VALUE) {
      throw bad(node, "a whole number", scalar(node));
    }
    return (long) number;
  }

  private double number(Node node, String written) {
    try {
      double number = Double.parseDouble(written);
      if (number >= 0 && number < Double.MAX_VALUE) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      throw bad(node, "a number", scalar(node));
    }
    throw bad(node, "a number of 0 or more", scalar(node));
  }

  InvalidInputException unknown(Node key, List<String> known) {
    return bad(
        key, "a known key (the nearest is " + Suggestion.to(scalar(key), known) + ")", scalar(key));
  }

  InvalidInputException bad(Node at, String expected, String found) {
    return new InvalidInputException(where(at) + ": expected " + expected + ", found " + found);
  }

  /** {@code budget.yml:12}. */
  String where(Node node) {
    return file + ":" + node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  TextRange span(Node node) {
    return new TextRange(
        index(node.getStartMark().orElse(null)), index(node.getEndMark().orElse(null)));
  }

  /** Marks count code points. */
  private int index(@Nullable Mark mark) {
    return mark == null ? 0 : text.offsetByCodePoints(0, mark.getIndex());
  }
}
