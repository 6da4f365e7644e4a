package io.rowcall.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the rules of a budget for an endpoint: each setting comes from the most specific rule.
 */
final class EffectiveRules {
  private final Budget budget;
  private final List<Rule> mostSpecificFirst;
  private final Map<String, List<Rule>> byEndpoint = new HashMap<>();

  EffectiveRules(Budget budget) {
    this.budget = budget;
    this.mostSpecificFirst = new ArrayList<>(budget.rules());
    mostSpecificFirst.sort(
        Comparator.comparingLong((Rule rule) -> rule.pattern().wildcards())
            .thenComparingInt(rule -> -rule.pattern().toString().length()));
  }

  /** All rules that match, the most specific first. */
  List<Rule> matching(String endpoint) {
    return byEndpoint.computeIfAbsent(
        endpoint,
        name -> mostSpecificFirst.stream().filter(rule -> rule.pattern().matches(name)).toList());
  }

  @Nullable QueryLimits queries(String endpoint) {
    return first(endpoint, Rule::queries);
  }

  @Nullable Limit calls(String endpoint) {
    return first(endpoint, Rule::calls);
  }

  @Nullable Limit latencyP95Millis(String endpoint) {
    return first(endpoint, Rule::latencyP95Millis);
  }

  @Nullable Rule minRequests(String endpoint) {
    return first(endpoint, rule -> rule.minRequests() > 0 ? rule : null);
  }

  FindingRule classRule(String endpoint, String findingClass) {
    FindingRule endpointRule = first(endpoint, rule -> rule.classes().get(findingClass));
    if (endpointRule != null) {
      return endpointRule;
    }
    FindingRule budgetRule = budget.classes().get(findingClass);
    return budgetRule != null
        ? budgetRule
        : FindingRule.of(
            Budget.DEFAULTS.getOrDefault(findingClass, Level.WARN), FindingRule.BY_DEFAULT);
  }

  private <T> @Nullable T first(String endpoint, Function<Rule, @Nullable T> setting) {
    for (Rule rule : matching(endpoint)) {
      T value = setting.apply(rule);
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
