package io.rowcall.gate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rowcall.format.SingleLine;
import io.rowcall.text.JsonText;
import io.rowcall.text.NumberText;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Writes a budget in the format that {@link BudgetFile} reads. */
final class BudgetWriter {
  private BudgetWriter() {}

  static String toYaml(Budget budget) {
    var text = new StringBuilder("version: 1\n");
    if (budget.require().complete() != Level.ERROR) {
      text.append("# The run behind this budget was itself incomplete.\n");
      text.append("require: {complete: ")
          .append(budget.require().complete().keyword())
          .append("}\n");
    }
    if (!budget.rules().isEmpty()) {
      text.append("# Maximum number of queries, and of calls to other services, in one request.\n");
      text.append("endpoints:\n");
    }
    for (Rule rule : budget.rules()) {
      QueryLimits queries = rule.queries();
      if (queries != null) {
        text.append("  ").append(quoted(rule.pattern().toString()));
        text.append(": {queries: ").append(yaml(queries));
        if (rule.calls() != null) {
          text.append(", calls: ").append(NumberText.plain(rule.calls().max()));
        }
        text.append(rule.pattern().needsExactKey() ? ", exact: true}\n" : "}\n");
      }
    }
    if (!budget.suppressions().isEmpty()) {
      text.append("# Known findings, accepted until a date.\n");
      text.append("debt:\n");
    }
    for (Suppression suppression : budget.suppressions()) {
      text.append("  - finding: ").append(quoted(suppression.finding())).append('\n');
      text.append("    endpoint: ").append(quoted(suppression.endpoint())).append('\n');
      text.append("    reason: ").append(quoted(suppression.reason())).append('\n');
      text.append("    owner: ").append(quoted(suppression.owner())).append('\n');
      text.append("    until: ").append(suppression.until()).append('\n');
    }
    return text.toString();
  }

  /** JSON is also valid YAML. */
  static String toJson(Budget budget) {
    ObjectNode root = JsonText.JSON.createObjectNode().put("version", 1);
    root.putObject("require").put("complete", budget.require().complete().keyword());
    ObjectNode endpoints = root.putObject("endpoints");
    for (Rule rule : budget.rules()) {
      QueryLimits queries = rule.queries();
      if (queries != null) {
        ObjectNode entry = endpoints.putObject(rule.pattern().toString());
        if (queries.warm() == null && queries.cold() == null && queries.any() != null) {
          entry.put("queries", (long) queries.any().max());
        } else {
          ObjectNode maxima = entry.putObject("queries");
          byKind(queries).forEach((kind, limit) -> maxima.put(kind, (long) limit.max()));
        }
        if (rule.calls() != null) {
          entry.put("calls", (long) rule.calls().max());
        }
        if (rule.pattern().needsExactKey()) {
          entry.put("exact", true);
        }
      }
    }
    ArrayNode debts = root.putArray("debt");
    for (Suppression suppression : budget.suppressions()) {
      ObjectNode entry = debts.addObject().put("finding", suppression.finding());
      entry.put("endpoint", suppression.endpoint()).put("reason", suppression.reason());
      entry.put("owner", suppression.owner()).put("until", suppression.until().toString());
    }
    return JsonText.of(root);
  }

  /** {@code 3}, or {@code {max: 3, cold: 10}}. */
  private static String yaml(QueryLimits queries) {
    if (queries.warm() == null && queries.cold() == null && queries.any() != null) {
      return NumberText.plain(queries.any().max());
    }
    var entries = new ArrayList<String>();
    byKind(queries)
        .forEach((kind, limit) -> entries.add(kind + ": " + NumberText.plain(limit.max())));
    return "{" + String.join(", ", entries) + "}";
  }

  private static Map<String, Limit> byKind(QueryLimits queries) {
    var kinds = new LinkedHashMap<String, Limit>();
    kinds.put("max", queries.any());
    kinds.put("warm", queries.warm());
    kinds.put("cold", queries.cold());
    kinds.values().removeIf(Objects::isNull);
    return kinds;
  }

  /** In double quotes, where YAML and JSON have the same escapes. */
  static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        default -> {
          if (isPlain(text, i)) {
            quoted.append(c);
          } else {
            quoted.append("\\u").append(HexFormat.of().toHexDigits(c));
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  /**
   * Whether a character may appear as it is. YAML forbids control characters and unpaired
   * surrogates, and reviewers should not have to look for invisible characters.
   */
  private static boolean isPlain(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
    return SingleLine.isVisible(c) && c != 0xa0 && c < 0xfffe;
  }
}
