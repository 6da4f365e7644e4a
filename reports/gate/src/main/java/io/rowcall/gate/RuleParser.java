package io.rowcall.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Parses the rules of a budget: limits of endpoints, and levels of classes of findings. */
final class RuleParser {
  private static final List<String> LIMIT_KEYS =
      List.of("max", "tolerance", "min-requests", "level");
  private static final List<String> QUERIES_KEYS =
      List.of("max", "warm", "cold", "tolerance", "min-requests", "level");
  private static final List<String> CLASS_KEYS =
      List.of("level", "max", "tolerance", "min-requests", "verdict", "cold");
  private static final List<String> RULE_KEYS = ruleKeys();

  private final Yaml yaml;

  RuleParser(Yaml yaml) {
    this.yaml = yaml;
  }

  /** An entry of {@code endpoints}. */
  Rule rule(Node pattern, Node settings) {
    QueryLimits queries = null;
    Limit calls = null;
    Limit latency = null;
    long minRequests = 0;
    boolean exact = false;
    var classes = new TreeMap<String, FindingRule>();
    for (var entry : yaml.entries(settings, "limits").entrySet()) {
      switch (yaml.scalar(entry.getKey())) {
        case "queries" -> queries = queryLimits(entry.getValue());
        case "calls" -> calls = limit(entry.getValue());
        case "exact" -> exact = yaml.bool(entry.getValue());
        case "latency-p95-ms" -> latency = limit(entry.getValue());
        case "min-requests" -> minRequests = yaml.wholeNumber(entry.getValue());
        default -> addClassRule(classes, entry.getKey(), entry.getValue(), RULE_KEYS);
      }
    }
    String text = yaml.scalar(pattern);
    return new Rule(
        exact ? EndpointPattern.literal(text) : new EndpointPattern(text),
        yaml.origin(pattern),
        queries,
        calls,
        latency,
        minRequests,
        classes);
  }

  /** The value of {@code findings}. */
  Map<String, FindingRule> classRules(Node node) {
    var known = new ArrayList<String>(Budget.DEFAULTS.keySet());
    known.add(Budget.N_PLUS_ONE);
    var classes = new TreeMap<String, FindingRule>();
    yaml.entries(node, "classes of findings")
        .forEach((key, value) -> addClassRule(classes, key, value, known));
    return classes;
  }

  private QueryLimits queryLimits(Node node) {
    if (node instanceof ScalarNode) {
      return new QueryLimits(limit(node), null, null);
    }
    var maxima = new TreeMap<String, Node>();
    Tolerance tolerance = Tolerance.NONE;
    long minRequests = 0;
    Level level = Level.ERROR;
    for (var entry : yaml.entries(node, String.join(", ", QUERIES_KEYS)).entrySet()) {
      switch (yaml.scalar(entry.getKey())) {
        case "max", "warm", "cold" -> maxima.put(yaml.scalar(entry.getKey()), entry.getValue());
        case "tolerance" -> tolerance = yaml.tolerance(entry.getValue());
        case "min-requests" -> minRequests = yaml.wholeNumber(entry.getValue());
        case "level" -> level = yaml.level(entry.getValue());
        default -> throw yaml.unknown(entry.getKey(), QUERIES_KEYS);
      }
    }
    if (maxima.isEmpty()) {
      throw yaml.invalid(node, "max: a number, or warm and cold", "none");
    }
    return new QueryLimits(
        limitOrNull(maxima.get("max"), tolerance, minRequests, level),
        limitOrNull(maxima.get("warm"), tolerance, minRequests, level),
        limitOrNull(maxima.get("cold"), tolerance, minRequests, level));
  }

  private @Nullable Limit limitOrNull(
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
      throw yaml.invalid(node, "max: a number", "none");
    }
    return limit(yaml.number(max), tolerance, minRequests, level, max);
  }

  private Limit limit(double max, Tolerance tolerance, long minRequests, Level level, Node node) {
    return new Limit(max, tolerance, minRequests, level, yaml.origin(node), yaml.range(node));
  }

  private void addClassRule(
      Map<String, FindingRule> classes, Node key, Node value, List<String> known) {
    String findingClass = yaml.scalar(key);
    if (findingClass.equals(Budget.N_PLUS_ONE)) {
      Budget.N_PLUS_ONE_CLASSES.forEach(each -> classes.putIfAbsent(each, classRule(each, value)));
    } else if (Budget.DEFAULTS.containsKey(findingClass)) {
      classes.put(findingClass, classRule(findingClass, value));
    } else {
      throw yaml.unknown(key, known);
    }
  }

  private FindingRule classRule(String findingClass, Node node) {
    String origin = yaml.origin(node);
    if (node instanceof ScalarNode) {
      return FindingRule.of(yaml.level(node), origin);
    }
    Level level = Level.ERROR;
    double max = 0;
    Tolerance tolerance = Tolerance.NONE;
    long minRequests = 0;
    String minVerdict = FindingRule.DEFAULT_MIN_VERDICT;
    Level cold = Level.WARN;
    for (var entry : yaml.entries(node, "off, warn, error, or a mapping").entrySet()) {
      Node value = entry.getValue();
      switch (yaml.scalar(entry.getKey())) {
        case "level" -> level = yaml.level(value);
        case "max" -> max = repeats(findingClass, value);
        case "tolerance" -> tolerance = yaml.tolerance(value);
        case "min-requests" -> minRequests = yaml.wholeNumber(value);
        case "verdict" -> minVerdict = verdict(value);
        case "cold" -> cold = yaml.level(value);
        default -> throw yaml.unknown(entry.getKey(), CLASS_KEYS);
      }
    }
    return new FindingRule(level, max, tolerance, minRequests, minVerdict, cold, origin);
  }

  private double repeats(String findingClass, Node node) {
    if (Budget.COUNTED.contains(findingClass)) {
      return yaml.number(node);
    }
    throw yaml.invalid(
        node,
        "no max for " + findingClass + " (only for " + String.join(", ", Budget.COUNTED) + ")",
        "max: " + yaml.scalar(node));
  }

  private String verdict(Node node) {
    String verdict = yaml.scalar(node);
    if (FindingRule.VERDICTS.contains(verdict)) {
      return verdict;
    }
    throw yaml.invalid(node, String.join(", ", FindingRule.VERDICTS), verdict);
  }

  private static List<String> ruleKeys() {
    var keys =
        new ArrayList<>(
            List.of(
                "queries", "calls", "latency-p95-ms", "min-requests", "exact", Budget.N_PLUS_ONE));
    keys.addAll(Budget.DEFAULTS.keySet());
    return List.copyOf(keys);
  }
}
