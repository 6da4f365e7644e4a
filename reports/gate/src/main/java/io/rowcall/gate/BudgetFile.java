package io.rowcall.gate;

import io.rowcall.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads budget files. */
final class BudgetFile {
  private static final List<String> KEYS =
      List.of("version", "endpoints", "findings", "require", "debt");
  private static final List<String> REQUIRE_KEYS = List.of("min-requests", "complete", "unused");
  private static final List<String> DEBT_KEYS =
      List.of("finding", "endpoint", "reason", "owner", "until");

  private final Path file;
  private final Yaml yaml;
  private final RuleParser ruleParser;

  private BudgetFile(Path file, Yaml yaml) {
    this.file = file;
    this.yaml = yaml;
    this.ruleParser = new RuleParser(yaml);
  }

  /**
   * Reads a budget.
   *
   * @throws InvalidInputException if it is invalid; the message has the line, what was expected and
   *     what was found
   * @throws IOException if the file cannot be read
   */
  static Budget read(Path file) throws IOException {
    return parse(file, readYaml(file));
  }

  static Budget parse(Path file, Yaml yaml) {
    return new BudgetFile(file, yaml).budget();
  }

  static Yaml readYaml(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new InvalidInputException(
          file
              + ": expected a budget, found no such file. Omit --budget to use the default rules.");
    }
    return Yaml.read(file);
  }

  private Budget budget() {
    Node root = yaml.root();
    if (root == null) {
      throw new InvalidInputException(file + ": expected version: 1, found an empty file");
    }
    Requirements requirements = Requirements.DEFAULT;
    var rules = new ArrayList<Rule>();
    Map<String, FindingRule> classes = Map.of();
    var suppressions = new ArrayList<Suppression>();
    boolean hasVersion = false;
    for (var entry : yaml.entries(root, "a budget").entrySet()) {
      Node key = entry.getKey();
      Node value = entry.getValue();
      switch (yaml.scalar(key)) {
        case "version" -> {
          hasVersion = true;
          if (!yaml.scalar(value).equals("1")) {
            throw yaml.invalid(value, "version 1", yaml.scalar(value));
          }
        }
        case "endpoints" ->
            yaml.entries(value, "endpoint patterns")
                .forEach((pattern, settings) -> rules.add(ruleParser.rule(pattern, settings)));
        case "findings" -> classes = ruleParser.classRules(value);
        case "require" -> requirements = requirements(value);
        case "debt" ->
            yaml.items(value, "a list of findings")
                .forEach(item -> suppressions.add(suppression(item)));
        default -> throw yaml.unknown(key, KEYS);
      }
    }
    if (!hasVersion) {
      throw yaml.invalid(root, "version: 1", "no version");
    }
    return new Budget(file.toString(), requirements, rules, classes, suppressions);
  }

  private Requirements requirements(Node node) {
    long minRequests = Requirements.DEFAULT.minRequests();
    Level complete = Requirements.DEFAULT.complete();
    Level unused = Requirements.DEFAULT.unused();
    for (var entry : yaml.entries(node, "requirements for a run").entrySet()) {
      switch (yaml.scalar(entry.getKey())) {
        case "min-requests" -> minRequests = yaml.wholeNumber(entry.getValue());
        case "complete" -> complete = yaml.level(entry.getValue());
        case "unused" -> unused = yaml.level(entry.getValue());
        default -> throw yaml.unknown(entry.getKey(), REQUIRE_KEYS);
      }
    }
    return new Requirements(minRequests, complete, unused);
  }

  private Suppression suppression(Node node) {
    var values = new TreeMap<String, Node>();
    for (var entry : yaml.entries(node, String.join(", ", DEBT_KEYS)).entrySet()) {
      if (!DEBT_KEYS.contains(yaml.scalar(entry.getKey()))) {
        throw yaml.unknown(entry.getKey(), DEBT_KEYS);
      }
      values.put(yaml.scalar(entry.getKey()), entry.getValue());
    }
    for (String required : List.of("finding", "reason", "until")) {
      if (yaml.scalarOrEmpty(values.get(required)).isEmpty()) {
        throw yaml.invalid(node, required + ": …", "none");
      }
    }
    return new Suppression(
        yaml.scalarOrEmpty(values.get("finding")),
        yaml.scalarOrEmpty(values.get("endpoint")),
        yaml.origin(node),
        yaml.scalarOrEmpty(values.get("reason")),
        yaml.scalarOrEmpty(values.get("owner")),
        yaml.date("until", values.getOrDefault("until", node)),
        yaml.range(node),
        yaml.range(values.getOrDefault("finding", node)));
  }
}
