package io.rowcall.cli.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which of a budget's rules an endpoint is held to: for each setting the most exact that has it.
 */
final class EffectiveRules {
  private final Budget budget;
  private final List<Rule> mostExactFirst;
  private final Map<String, List<Rule>> byEndpoint = new HashMap<>();

  EffectiveRules(Budget budget) {
    this.budget = budget;
    this.mostExactFirst = new ArrayList<>(budget.rules());
    mostExactFirst.sort(
        Comparator.comparingLong((Rule rule) -> rule.pattern().wildcards())
            .thenComparingInt(rule -> -rule.pattern().toString().length()));
  }

  /** All that match, the most exact first. */
  List<Rule> rules(String endpoint) {
    return byEndpoint.computeIfAbsent(
        endpoint,
        name -> mostExactFirst.stream().filter(rule -> rule.pattern().matches(name)).toList());
  }

  @Nullable QueryLimits queries(String endpoint) {
    return first(endpoint, Rule::queries);
  }

  @Nullable Limit latencyP95Millis(String endpoint) {
    return first(endpoint, Rule::latencyP95Millis);
  }

  @Nullable Rule minRequests(String endpoint) {
    return first(endpoint, rule -> rule.minRequests() > 0 ? rule : null);
  }

  FindingRule classRule(String endpoint, String type) {
    FindingRule ofRule = first(endpoint, rule -> rule.classes().get(type));
    if (ofRule != null) {
      return ofRule;
    }
    FindingRule ofBudget = budget.classes().get(type);
    return ofBudget != null
        ? ofBudget
        : FindingRule.of(Budget.DEFAULTS.getOrDefault(type, Level.WARN), "by default");
  }

  private <T> @Nullable T first(String endpoint, Function<Rule, @Nullable T> setting) {
    for (Rule rule : rules(endpoint)) {
      T value = setting.apply(rule);
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
