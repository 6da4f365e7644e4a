package io.rowcall.cli.gate;

import io.rowcall.cli.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads a budget. */
final class BudgetFile {
  private static final List<String> KEYS =
      List.of("version", "endpoints", "findings", "require", "debt");
  private static final List<String> REQUIRE_KEYS = List.of("min-requests", "complete", "unused");
  private static final List<String> LIMIT_KEYS =
      List.of("max", "tolerance", "min-requests", "level");
  private static final List<String> QUERIES_KEYS =
      List.of("max", "warm", "cold", "tolerance", "min-requests", "level");
  private static final List<String> CLASS_KEYS =
      List.of("level", "max", "tolerance", "min-requests", "verdict", "cold");
  private static final List<String> DEBT_KEYS =
      List.of("finding", "endpoint", "reason", "owner", "until");
  private static final List<String> RULE_KEYS = ruleKeys();

  private final Path file;
  private final Yaml yaml;

  private BudgetFile(Path file, Yaml yaml) {
    this.file = file;
    this.yaml = yaml;
  }

  /**
   * Reads a budget.
   *
   * @throws InvalidInputException when it cannot be used; the message says where, what was expected
   *     and found
   */
  static Budget read(Path file) throws IOException {
    return of(file, yaml(file));
  }

  static Budget of(Path file, Yaml yaml) {
    return new BudgetFile(file, yaml).budget();
  }

  static Yaml yaml(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new InvalidInputException(
          file
              + ": expected a budget, found no such file. Leave --budget out to gate by the defaults.");
    }
    return Yaml.of(file);
  }

  private Budget budget() {
    Node root = yaml.root();
    if (root == null) {
      throw new InvalidInputException(file + ": expected version: 1, found an empty file");
    }
    Requirements require = Requirements.USUAL;
    var rules = new ArrayList<Rule>();
    Map<String, FindingRule> classes = Map.of();
    var debts = new ArrayList<Suppression>();
    boolean versioned = false;
    for (var entry : yaml.entries(root, "a budget").entrySet()) {
      Node key = entry.getKey();
      Node value = entry.getValue();
      switch (yaml.scalar(key)) {
        case "version" -> {
          versioned = true;
          if (!yaml.scalar(value).equals("1")) {
            throw yaml.bad(value, "version 1", yaml.scalar(value));
          }
        }
        case "endpoints" ->
            yaml.entries(value, "patterns of endpoints")
                .forEach((pattern, asked) -> rules.add(rule(pattern, asked)));
        case "findings" -> classes = classes(value);
        case "require" -> require = require(value);
        case "debt" ->
            yaml.items(value, "a list of findings").forEach(item -> debts.add(debt(item)));
        default -> throw yaml.unknown(key, KEYS);
      }
    }
    if (!versioned) {
      throw yaml.bad(root, "version: 1", "no version");
    }
    return new Budget(file.toString(), require, rules, classes, debts);
  }

  private Requirements require(Node node) {
    long minRequests = Requirements.USUAL.minRequests();
    Level complete = Requirements.USUAL.complete();
    Level unused = Requirements.USUAL.unused();
    for (var entry : yaml.entries(node, "what a run must show").entrySet()) {
      switch (yaml.scalar(entry.getKey())) {
        case "min-requests" -> minRequests = yaml.wholeNumber(entry.getValue());
        case "complete" -> complete = yaml.level(entry.getValue());
        case "unused" -> unused = yaml.level(entry.getValue());
        default -> throw yaml.unknown(entry.getKey(), REQUIRE_KEYS);
      }
    }
    return new Requirements(minRequests, complete, unused);
  }

  private Rule rule(Node pattern, Node asked) {
    QueryLimits queries = null;
    Limit latency = null;
    long minRequests = 0;
    boolean exact = false;
    var classes = new TreeMap<String, FindingRule>();
    for (var entry : yaml.entries(asked, "limits").entrySet()) {
      switch (yaml.scalar(entry.getKey())) {
        case "queries" -> queries = queries(entry.getValue());
        case "exact" -> exact = yaml.truth(entry.getValue());
        case "latency-p95-ms" -> latency = limit(entry.getValue());
        case "min-requests" -> minRequests = yaml.wholeNumber(entry.getValue());
        default -> addClass(classes, entry.getKey(), entry.getValue(), RULE_KEYS);
      }
    }
    return new Rule(
        exact
            ? EndpointPattern.exactly(yaml.scalar(pattern))
            : new EndpointPattern(yaml.scalar(pattern)),
        yaml.where(pattern),
        queries,
        latency,
        minRequests,
        classes);
  }

  private QueryLimits queries(Node node) {
    if (node instanceof ScalarNode) {
      return new QueryLimits(limit(node), null, null);
    }
    var kinds = new TreeMap<String, Node>();
    Tolerance tolerance = Tolerance.NONE;
    long minRequests = 0;
    Level level = Level.ERROR;
    for (var entry : yaml.entries(node, String.join(", ", QUERIES_KEYS)).entrySet()) {
      switch (yaml.scalar(entry.getKey())) {
        case "max", "warm", "cold" -> kinds.put(yaml.scalar(entry.getKey()), entry.getValue());
        case "tolerance" -> tolerance = yaml.tolerance(entry.getValue());
        case "min-requests" -> minRequests = yaml.wholeNumber(entry.getValue());
        case "level" -> level = yaml.level(entry.getValue());
        default -> throw yaml.unknown(entry.getKey(), QUERIES_KEYS);
      }
    }
    if (kinds.isEmpty()) {
      throw yaml.bad(node, "max: a number, or warm and cold", "none");
    }
    return new QueryLimits(
        limit(kinds.get("max"), tolerance, minRequests, level),
        limit(kinds.get("warm"), tolerance, minRequests, level),
        limit(kinds.get("cold"), tolerance, minRequests, level));
  }

  private @Nullable Limit limit(
      @Nullable Node max, Tolerance tolerance, long minRequests, Level level) {
    return max == null ? null : limit(yaml.number(max), tolerance, minRequests, level, max);
  }

  private Limit limit(Node node) {
    if (node instanceof ScalarNode) {
      return yaml.scalar(node).equals("off")
          ? limit(0, Tolerance.NONE, 0, Level.OFF, node)
          : limit(yaml.number(node), Tolerance.NONE, 0, Level.ERROR, node);
    }
    Node max = null;
    Tolerance tolerance = Tolerance.NONE;
    long minRequests = 0;
    Level level = Level.ERROR;
    for (var entry : yaml.entries(node, "max, tolerance, min-requests and level").entrySet()) {
      switch (yaml.scalar(entry.getKey())) {
        case "max" -> max = entry.getValue();
        case "tolerance" -> tolerance = yaml.tolerance(entry.getValue());
        case "min-requests" -> minRequests = yaml.wholeNumber(entry.getValue());
        case "level" -> level = yaml.level(entry.getValue());
        default -> throw yaml.unknown(entry.getKey(), LIMIT_KEYS);
      }
    }
    if (max == null) {
      throw yaml.bad(node, "max: a number", "none");
    }
    return limit(yaml.number(max), tolerance, minRequests, level, max);
  }

  private Limit limit(double max, Tolerance tolerance, long minRequests, Level level, Node at) {
    return new Limit(max, tolerance, minRequests, level, yaml.where(at), yaml.span(at));
  }

  private Map<String, FindingRule> classes(Node node) {
    var known = new ArrayList<String>(Budget.DEFAULTS.keySet());
    known.add(Budget.N_PLUS_ONE);
    var classes = new TreeMap<String, FindingRule>();
    yaml.entries(node, "finding classes")
        .forEach((key, value) -> addClass(classes, key, value, known));
    return classes;
  }

  private void addClass(Map<String, FindingRule> to, Node key, Node value, List<String> known) {
    String type = yaml.scalar(key);
    if (type.equals(Budget.N_PLUS_ONE)) {
      Budget.BOTH_N_PLUS_ONE.forEach(both -> to.putIfAbsent(both, classRule(both, value)));
    } else if (Budget.DEFAULTS.containsKey(type)) {
      to.put(type, classRule(type, value));
    } else {
      throw yaml.unknown(key, known);
    }
  }

  private FindingRule classRule(String type, Node node) {
    String where = yaml.where(node);
    if (node instanceof ScalarNode) {
      return FindingRule.of(yaml.level(node), where);
    }
    Level level = Level.ERROR;
    double max = 0;
    Tolerance tolerance = Tolerance.NONE;
    long minRequests = 0;
    String least = FindingRule.USUAL;
    Level cold = Level.WARN;
    for (var entry : yaml.entries(node, "off, warn, error, or a group").entrySet()) {
      Node value = entry.getValue();
      switch (yaml.scalar(entry.getKey())) {
        case "level" -> level = yaml.level(value);
        case "max" -> max = repeats(type, value);
        case "tolerance" -> tolerance = yaml.tolerance(value);
        case "min-requests" -> minRequests = yaml.wholeNumber(value);
        case "verdict" -> least = verdict(value);
        case "cold" -> cold = yaml.level(value);
        default -> throw yaml.unknown(entry.getKey(), CLASS_KEYS);
      }
    }
    return new FindingRule(level, max, tolerance, minRequests, least, cold, where);
  }

  private double repeats(String type, Node node) {
    if (Budget.COUNTED.contains(type)) {
      return yaml.number(node);
    }
    throw yaml.bad(
        node,
        "no max for " + type + " (only for " + String.join(", ", Budget.COUNTED) + ")",
        "max: " + yaml.scalar(node));
  }

  private String verdict(Node node) {
    String verdict = yaml.scalar(node);
    if (FindingRule.VERDICTS.contains(verdict)) {
      return verdict;
    }
    throw yaml.bad(node, String.join(", ", FindingRule.VERDICTS), verdict);
  }

  private Suppression debt(Node node) {
    var values = new TreeMap<String, Node>();
    for (var entry : yaml.entries(node, String.join(", ", DEBT_KEYS)).entrySet()) {
      if (!DEBT_KEYS.contains(yaml.scalar(entry.getKey()))) {
        throw yaml.unknown(entry.getKey(), DEBT_KEYS);
      }
      values.put(yaml.scalar(entry.getKey()), entry.getValue());
    }
    for (String needed : List.of("finding", "reason", "until")) {
      if (text(values.get(needed)).isEmpty()) {
        throw yaml.bad(node, needed + ": …", "none");
      }
    }
    return new Suppression(
        text(values.get("finding")),
        text(values.get("endpoint")),
        yaml.where(node),
        text(values.get("reason")),
        text(values.get("owner")),
        date(values.getOrDefault("until", node)),
        yaml.span(node),
        yaml.span(values.getOrDefault("finding", node)));
  }

  private LocalDate date(Node node) {
    try {
      return LocalDate.parse(yaml.scalar(node));
    } catch (DateTimeParseException noDate) {
      throw yaml.bad(node, "until: a date such as 2027-01-31", yaml.scalar(node));
    }
  }

  private String text(@Nullable Node node) {
    return node == null ? "" : yaml.scalar(node);
  }

  private static List<String> ruleKeys() {
    var keys =
        new ArrayList<>(
            List.of("queries", "latency-p95-ms", "min-requests", "exact", Budget.N_PLUS_ONE));
    keys.addAll(Budget.DEFAULTS.keySet());
    return List.copyOf(keys);
  }
}
