package io.rowcall.gate;

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
 * Merges violations with one cause: a method that executes a statement too often is one error, no
 * matter how many endpoints call it and how many limits it exceeds there.
 */
final class ViolationGroups {
  private ViolationGroups() {}

  /**
   * One violation per cause, sorted.
   *
   * @param worstFirst also decides which endpoint represents the cause
   */
  static List<Violation> merge(List<Violation> violations, Comparator<Violation> worstFirst) {
    var groups = new LinkedHashMap<String, List<Violation>>();
    var merged = new ArrayList<Violation>();
    for (Violation violation : foldConsequences(violations.stream().sorted(worstFirst).toList())) {
      Finding finding = violation.finding();
      String cause = finding == null ? null : cause(violation.rule(), finding);
      if (cause == null) {
        merged.add(violation);
      } else {
        groups.computeIfAbsent(cause, key -> new ArrayList<>()).add(violation);
      }
    }
    joinGroupsWithoutCallSite(groups);
    groups.forEach((cause, group) -> merged.add(merge(cause, group, worstFirst)));
    return merged.stream().sorted(worstFirst).toList();
  }

  private static Violation merge(
      String cause, List<Violation> group, Comparator<Violation> worstFirst) {
    List<Violation> sorted = group.stream().sorted(worstFirst).toList();
    List<Violation.Affected> others =
        sorted.subList(1, sorted.size()).stream().map(Violation::asAffected).toList();
    return sorted.get(0).mergedWith(others, cause);
  }

  /**
   * Rule, class, statement and method, but no line number, because lines move.
   *
   * @return null if the finding has neither statement nor call site
   */
  private static @Nullable String cause(String rule, Finding finding) {
    StatementRef statement = finding.statement;
    CallSite site = finding.callSite;
    if (statement == null && site == null) {
      return null;
    }
    String statementId =
        statement == null ? "" : statement.shapeId.isEmpty() ? statement.id : statement.shapeId;
    return rule + '\n' + finding.type + '\n' + statementId + '\n' + method(site);
  }

  private static String method(@Nullable CallSite site) {
    return site == null ? "" : site.type + '.' + site.method;
  }

  /**
   * An endpoint without a call site joins the group of the same statement, if there is only one.
   */
  private static void joinGroupsWithoutCallSite(Map<String, List<Violation>> groups) {
    for (String cause : List.copyOf(groups.keySet())) {
      List<String> sameStatement =
          groups.keySet().stream()
              .filter(key -> !key.equals(cause) && key.startsWith(cause))
              .toList();
      if (cause.endsWith("\n") && sameStatement.size() == 1) {
        List<Violation> withoutSite = groups.remove(cause);
        if (withoutSite != null) {
          groups.computeIfPresent(
              sameStatement.get(0),
              (key, group) -> {
                group.addAll(withoutSite);
                return group;
              });
        }
      }
    }
  }

  /** Folds an exceeded query limit into the finding whose repeats alone exceed it. */
  private static List<Violation> foldConsequences(List<Violation> violations) {
    var causes = new ArrayList<Violation>(violations);
    for (Violation violation : violations) {
      Double measured = violation.measured();
      Double allowed = violation.allowed();
      if (!violation.rule().equals(RuleCatalog.QUERIES) || measured == null || allowed == null) {
        continue;
      }
      double avoidable = 0;
      int heaviest = -1;
      for (int i = 0; i < causes.size(); i++) {
        Violation candidate = causes.get(i);
        Finding finding = candidate.finding();
        if (finding != null
            && candidate.level().compareTo(violation.level()) >= 0
            && candidate.subject().equals(violation.subject())
            && Budget.COUNTED.contains(finding.type)) {
          avoidable += Math.max(0, finding.repeats.max - 1);
          heaviest = heaviest < 0 ? i : heaviest;
        }
      }
      if (heaviest >= 0 && measured - avoidable <= allowed) {
        String consequence = " Therefore " + violation.shortSummary() + ".";
        causes.set(heaviest, causes.get(heaviest).withConsequence(consequence, violation.origin()));
        causes.remove(violation);
      }
    }
    return causes;
  }
}
