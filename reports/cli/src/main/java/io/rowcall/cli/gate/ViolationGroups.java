package io.rowcall.cli.gate;

import io.rowcall.format.CallSite;
import io.rowcall.format.Finding;
import io.rowcall.format.StatementRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Breaches by their cause: a statement that a method executes too often is one error, however many
 * endpoints come by, and however many limits it breaks there.
 */
final class ViolationGroups {
  private ViolationGroups() {}

  /**
   * One breach for each cause.
   *
   * @param worstFirst decides which endpoint stands for the cause
   */
  static List<Violation> of(List<Violation> breaches, Comparator<Violation> worstFirst) {
    var groups = new LinkedHashMap<String, List<Violation>>();
    var others = new ArrayList<Violation>();
    for (Violation breach : withoutConsequences(breaches.stream().sorted(worstFirst).toList())) {
      Finding finding = breach.finding();
      String cause = finding == null ? null : cause(breach.rule(), finding);
      if (cause == null) {
        others.add(breach);
      } else {
        groups.computeIfAbsent(cause, any -> new ArrayList<>()).add(breach);
      }
    }
    joinThoseWithoutCallSite(groups);
    groups.forEach((cause, group) -> others.add(joined(cause, group, worstFirst)));
    return others.stream().sorted(worstFirst).toList();
  }

  private static Violation joined(
      String cause, List<Violation> group, Comparator<Violation> worstFirst) {
    List<Violation> sorted = group.stream().sorted(worstFirst).toList();
    Violation worst = sorted.get(0);
    return worst.withOthers(
        cause, sorted.subList(1, sorted.size()).stream().map(Violation::affected).toList());
  }

  /** Rule, statement and method; null where a finding says neither. No line, for lines move. */
  private static @Nullable String cause(String rule, Finding finding) {
    StatementRef of = finding.statement;
    CallSite site = finding.callSite;
    if (of == null && site == null) {
      return null;
    }
    String statement = of == null ? "" : of.shapeId.isEmpty() ? of.id : of.shapeId;
    return rule + '\n' + finding.type + '\n' + statement + '\n' + method(site);
  }

  private static String method(@Nullable CallSite site) {
    return site == null ? "" : site.type + '.' + site.method;
  }

  /** Where an endpoint lacks the line, it is that of the others, if these have one. */
  private static void joinThoseWithoutCallSite(Map<String, List<Violation>> groups) {
    for (String cause : List.copyOf(groups.keySet())) {
      List<String> same =
          groups.keySet().stream()
              .filter(key -> !key.equals(cause) && key.startsWith(cause))
              .toList();
      if (cause.endsWith("\n") && same.size() == 1) {
        List<Violation> lacking = groups.remove(cause);
        if (lacking != null) {
          groups.computeIfPresent(
              same.get(0),
              (key, group) -> {
                group.addAll(lacking);
                return group;
              });
        }
      }
    }
  }

  /** A limit of queries that its endpoint keeps without its repeats is no error of its own. */
  private static List<Violation> withoutConsequences(List<Violation> breaches) {
    var causes = new ArrayList<Violation>(breaches);
    for (Violation breach : breaches) {
      Double measured = breach.measured();
      Double allowed = breach.allowed();
      if (!breach.rule().equals(RuleCatalog.QUERIES) || measured == null || allowed == null) {
        continue;
      }
      double avoidable = 0;
      int heaviest = -1;
      for (int i = 0; i < causes.size(); i++) {
        Violation other = causes.get(i);
        Finding finding = other.finding();
        if (finding != null
            && other.level().compareTo(breach.level()) >= 0
            && other.about().equals(breach.about())
            && Budget.COUNTED.contains(finding.type)) {
          avoidable += Math.max(0, finding.repeats.max - 1);
          heaviest = heaviest < 0 ? i : heaviest;
        }
      }
      if (heaviest >= 0 && measured - avoidable <= allowed) {
        Violation cause = causes.get(heaviest);
        causes.set(heaviest, cause.saying(" So " + breach.consequence() + ".", breach.where()));
        causes.remove(breach);
      }
    }
    return causes;
  }
}
