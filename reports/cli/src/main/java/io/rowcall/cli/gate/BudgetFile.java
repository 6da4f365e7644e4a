package io.rowcall.cli.gate;

import io.rowcall.cli.BadInput;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads a budget. Every complaint names the file and the line, what was expected and found. */
final class BudgetFile {
  private static final List<String> KEYS =
      List.of("version", "endpoints", "findings", "require", "debt");
  private static final List<String> DEBT_KEYS = List.of("finding", "reason", "owner", "until");

  private final Path file;

  private BudgetFile(Path file) {
    this.file = file;
  }

  static Budget read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new BadInput(
          file
              + ": expected a budget, found no such file. Leave --budget out to gate by the defaults.");
    }
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      Node root =
          new Compose(LoadSettings.builder().setLabel(file.toString()).build())
              .composeReader(in)
              .orElse(null);
      return new BudgetFile(file).budget(root);
    } catch (YamlEngineException noYaml) {
      throw new BadInput(file + ": expected YAML, found " + noYaml.getMessage());
    }
  }

  private Budget budget(@Nullable Node root) {
    if (root == null) {
      throw new BadInput(file + ": expected version: 1, found an empty file");
    }
    var rules = new ArrayList<Rule>();
    Map<String, Level> classes = Map.of();
    var debts = new ArrayList<Debt>();
    long minRequests = 1;
    boolean versioned = false;
    for (var entry : entries(root, "a budget").entrySet()) {
      Node key = entry.getKey();
      Node value = entry.getValue();
      switch (text(key)) {
        case "version" -> {
          versioned = true;
          if (!text(value).equals("1")) {
            throw bad(value, "version 1", text(value));
          }
        }
        case "endpoints" ->
            entries(value, "patterns of endpoints")
                .forEach((pattern, asked) -> rules.add(rule(pattern, asked)));
        case "findings" -> classes = classes(value);
        case "require" -> minRequests = minRequests(value);
        case "debt" -> debts.addAll(debts(value));
        default -> throw unknown(key, KEYS);
      }
    }
    if (!versioned) {
      throw bad(root, "version: 1", "no version");
    }
    return new Budget(file.toString(), rules, classes, debts, minRequests);
  }

  private Rule rule(Node pattern, Node asked) {
    Limit queries = null;
    Limit latency = null;
    var classes = new TreeMap<String, Level>();
    var known = new ArrayList<>(List.of("queries", "latency-p95-ms", "n-plus-one"));
    known.addAll(Budget.DEFAULTS.keySet());
    for (var entry : entries(asked, "limits").entrySet()) {
      String key = text(entry.getKey());
      switch (key) {
        case "queries" -> queries = limit(entry.getValue());
        case "latency-p95-ms" -> latency = limit(entry.getValue());
        case "n-plus-one" -> {
          classes.put("n+1-select", level(entry.getValue()));
          classes.put("n+1-write", level(entry.getValue()));
        }
        default -> {
          if (!Budget.DEFAULTS.containsKey(key)) {
            throw unknown(entry.getKey(), known);
          }
          classes.put(key, level(entry.getValue()));
        }
      }
    }
    return new Rule(text(pattern), where(pattern), queries, latency, classes);
  }

  private Limit limit(Node node) {
    if (node instanceof ScalarNode) {
      return new Limit(number(node), Level.ERROR);
    }
    double max = -1;
    Level level = Level.ERROR;
    for (var entry : entries(node, "max and level").entrySet()) {
      switch (text(entry.getKey())) {
        case "max" -> max = number(entry.getValue());
        case "level" -> level = level(entry.getValue());
        default -> throw unknown(entry.getKey(), List.of("max", "level"));
      }
    }
    if (max < 0) {
      throw bad(node, "max: a number", "none");
    }
    return new Limit(max, level);
  }

  private Map<String, Level> classes(Node node) {
    var classes = new TreeMap<String, Level>();
    for (var entry : entries(node, "finding classes").entrySet()) {
      String key = text(entry.getKey());
      if (key.equals("n-plus-one")) {
        classes.put("n+1-select", level(entry.getValue()));
        classes.put("n+1-write", level(entry.getValue()));
      } else if (Budget.DEFAULTS.containsKey(key)) {
        classes.put(key, level(entry.getValue()));
      } else {
        throw unknown(entry.getKey(), List.copyOf(Budget.DEFAULTS.keySet()));
      }
    }
    return classes;
  }

  private long minRequests(Node node) {
    long min = 1;
    for (var entry : entries(node, "min-requests").entrySet()) {
      if (!text(entry.getKey()).equals("min-requests")) {
        throw unknown(entry.getKey(), List.of("min-requests"));
      }
      min = (long) number(entry.getValue());
    }
    return min;
  }

  private List<Debt> debts(Node node) {
    if (!(node instanceof SequenceNode list)) {
      throw bad(node, "a list of findings", "something else");
    }
    return list.getValue().stream().map(this::debt).toList();
  }

  private Debt debt(Node node) {
    var values = new TreeMap<String, String>();
    for (var entry : entries(node, "finding, reason, owner and until").entrySet()) {
      if (!DEBT_KEYS.contains(text(entry.getKey()))) {
        throw unknown(entry.getKey(), DEBT_KEYS);
      }
      values.put(text(entry.getKey()), text(entry.getValue()));
    }
    for (String needed : List.of("finding", "reason", "until")) {
      if (values.getOrDefault(needed, "").isEmpty()) {
        throw bad(node, needed + ": …", "none");
      }
    }
    try {
      return new Debt(
          values.getOrDefault("finding", ""),
          where(node),
          values.getOrDefault("reason", ""),
          values.getOrDefault("owner", ""),
          LocalDate.parse(values.getOrDefault("until", "")));
    } catch (DateTimeParseException noDate) {
      throw bad(node, "until: a date such as 2027-01-31", values.getOrDefault("until", ""));
    }
  }

  private Level level(Node node) {
    return switch (text(node).toLowerCase(Locale.ROOT)) {
      case "off", "false" -> Level.OFF;
      case "warn" -> Level.WARN;
      case "error" -> Level.ERROR;
      default -> throw bad(node, "off, warn or error", text(node));
    };
  }

  private double number(Node node) {
    try {
      double number = Double.parseDouble(text(node));
      if (number >= 0 && number < Double.MAX_VALUE) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      throw bad(node, "a number", text(node));
    }
    throw bad(node, "a number of 0 or more", text(node));
  }

  private Map<Node, Node> entries(Node node, String expected) {
    if (!(node instanceof MappingNode mapping)) {
      throw bad(node, expected, node instanceof ScalarNode ? text(node) : "a list");
    }
    var entries = new LinkedHashMap<Node, Node>();
    var seen = new TreeMap<String, Node>();
    for (NodeTuple tuple : mapping.getValue()) {
      Node before = seen.put(text(tuple.getKeyNode()), tuple.getKeyNode());
      if (before != null) {
        throw bad(
            tuple.getKeyNode(), "each key once", text(before) + " again, after " + where(before));
      }
      entries.put(tuple.getKeyNode(), tuple.getValueNode());
    }
    return entries;
  }

  private String text(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw bad(node, "a text or number", "a list or a group");
  }

  private BadInput unknown(Node key, List<String> known) {
    return bad(key, "a known key (the nearest is " + Nearest.to(text(key), known) + ")", text(key));
  }

  private BadInput bad(Node at, String expected, String found) {
    return new BadInput(where(at) + ": expected " + expected + ", found " + found);
  }

  private String where(Node node) {
    return file + ":" + node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
