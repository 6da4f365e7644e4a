package io.rowcall.cli.gate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rowcall.format.SingleLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The first budget of a project as the file that {@link BudgetFile} reads. */
final class BudgetText {
  private BudgetText() {}

  static String of(Budget budget) {
    var text = new StringBuilder("version: 1\n");
    if (budget.require().complete() != Level.ERROR) {
      text.append("# The run that this was written from was not complete itself.\n");
      text.append("require: {complete: ").append(budget.require().complete().word()).append("}\n");
    }
    if (!budget.rules().isEmpty()) {
      text.append("# The most queries that a request of each endpoint may execute.\n");
      text.append("endpoints:\n");
    }
    for (Rule rule : budget.rules()) {
      QueryLimits queries = rule.queries();
      if (queries != null) {
        text.append("  ").append(quoted(rule.pattern().toString()));
        text.append(": {queries: ").append(inWords(queries));
        text.append(rule.pattern().isExactInSpiteOfItsName() ? ", exact: true}\n" : "}\n");
      }
    }
    if (!budget.debts().isEmpty()) {
      text.append("# Findings that are known, and borne until their day.\n");
      text.append("debt:\n");
    }
    for (Suppression debt : budget.debts()) {
      text.append("  - finding: ").append(quoted(debt.finding())).append('\n');
      text.append("    endpoint: ").append(quoted(debt.endpoint())).append('\n');
      text.append("    reason: ").append(quoted(debt.reason())).append('\n');
      text.append("    owner: ").append(quoted(debt.owner())).append('\n');
      text.append("    until: ").append(debt.until()).append('\n');
    }
    return text.toString();
  }

  /** The same as JSON, which is YAML too. */
  static String json(Budget budget) {
    ObjectNode root = JsonText.JSON.createObjectNode().put("version", 1);
    root.putObject("require").put("complete", budget.require().complete().word());
    ObjectNode endpoints = root.putObject("endpoints");
    for (Rule rule : budget.rules()) {
      QueryLimits queries = rule.queries();
      if (queries != null) {
        ObjectNode entry = endpoints.putObject(rule.pattern().toString());
        if (queries.warm() == null && queries.cold() == null && queries.any() != null) {
          entry.put("queries", (long) queries.any().max());
        } else {
          ObjectNode kinds = entry.putObject("queries");
          kinds(queries).forEach((kind, max) -> kinds.put(kind, (long) max.max()));
        }
        if (rule.pattern().isExactInSpiteOfItsName()) {
          entry.put("exact", true);
        }
      }
    }
    ArrayNode debts = root.putArray("debt");
    for (Suppression debt : budget.debts()) {
      ObjectNode entry = debts.addObject().put("finding", debt.finding());
      entry.put("endpoint", debt.endpoint()).put("reason", debt.reason());
      entry.put("owner", debt.owner()).put("until", debt.until().toString());
    }
    return JsonText.of(root);
  }

  /** {@code 3}, or {@code {max: 3, cold: 10}}. */
  private static String inWords(QueryLimits queries) {
    if (queries.warm() == null && queries.cold() == null && queries.any() != null) {
      return NumberText.plain(queries.any().max());
    }
    var words = new ArrayList<String>();
    kinds(queries).forEach((kind, limit) -> words.add(kind + ": " + NumberText.plain(limit.max())));
    return "{" + String.join(", ", words) + "}";
  }

  private static Map<String, Limit> kinds(QueryLimits queries) {
    var kinds = new LinkedHashMap<String, Limit>();
    kinds.put("max", queries.any());
    kinds.put("warm", queries.warm());
    kinds.put("cold", queries.cold());
    kinds.values().removeIf(Objects::isNull);
    return kinds;
  }

  /** In double quotes, in which YAML and JSON escape alike. */
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
            quoted.append("\\u").append(java.util.HexFormat.of().toHexDigits(c));
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  /**
   * YAML knows characters that no file may carry as they are, such as controls and halves of pairs;
   * and nobody should have to review what cannot be seen.
   */
  private static boolean isPlain(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
    return SingleLine.isSeen(c) && c != 0xa0 && c < 0xfffe;
  }
}
