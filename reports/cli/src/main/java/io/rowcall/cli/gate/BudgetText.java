package io.rowcall.cli.gate;

import java.util.Locale;
import java.util.TreeMap;

/** A budget as the file that {@link BudgetFile} reads. */
final class BudgetText {
  private BudgetText() {}

  static String of(Budget budget) {
    var text = new StringBuilder("version: 1\n");
    if (budget.minRequests() > 1) {
      text.append("require: {min-requests: ").append(budget.minRequests()).append("}\n");
    }
    if (!budget.classes().isEmpty()) {
      text.append("findings:\n");
      new TreeMap<>(budget.classes())
          .forEach((type, level) -> text.append(line("  ", type, level.word())));
    }
    if (!budget.rules().isEmpty()) {
      text.append("endpoints:\n");
      budget.rules().forEach(rule -> append(text, rule));
    }
    if (!budget.debts().isEmpty()) {
      text.append("debt:\n");
      for (Debt debt : budget.debts()) {
        text.append("  - finding: ").append(quoted(debt.finding())).append('\n');
        text.append(line("    ", "reason", quoted(debt.reason())));
        text.append(line("    ", "owner", quoted(debt.owner())));
        text.append(line("    ", "until", debt.until().toString()));
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, Rule rule) {
    text.append("  ").append(quoted(rule.pattern())).append(":\n");
    Limit queries = rule.queries();
    if (queries != null) {
      text.append(line("    ", "queries", limit(queries)));
    }
    Limit latency = rule.latencyP95Millis();
    if (latency != null) {
      text.append(line("    ", "latency-p95-ms", limit(latency)));
    }
    new TreeMap<>(rule.classes())
        .forEach((type, level) -> text.append(line("    ", type, level.word())));
  }

  private static String limit(Limit limit) {
    String max =
        String.format(
            Locale.ROOT, limit.max() == Math.rint(limit.max()) ? "%.0f" : "%s", limit.max());
    return limit.level() == Level.ERROR
        ? max
        : "{max: " + max + ", level: " + limit.level().word() + "}";
  }

  private static String line(String indent, String key, String value) {
    return indent + key + ": " + value + "\n";
  }

  /** In double quotes, in which YAML and JSON escape alike. */
  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        default -> {
          if (c < ' ') {
            quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
