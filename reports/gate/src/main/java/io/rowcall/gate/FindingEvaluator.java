package io.rowcall.gate;

import io.rowcall.format.Finding;
import io.rowcall.text.NumberText;
import java.time.LocalDate;
import java.util.List;

/** Checks findings against the rules for their class, and suppressions against their last day. */
final class FindingEvaluator {
  /** An expiring suppression is announced this many days ahead. */
  private static final int NOTICE_DAYS = 14;

  private final EffectiveRules rules;
  private final TopStatements topStatements;
  private final LocalDate today;

  FindingEvaluator(EffectiveRules rules, TopStatements topStatements, LocalDate today) {
    this.rules = rules;
    this.topStatements = topStatements;
    this.today = today;
  }

  /** The violation of a finding that no suppression accepts; empty if its level is off. */
  List<Violation> check(Finding finding) {
    FindingRule rule = rules.classRule(finding.endpoint, finding.type);
    Level level = rule.levelOf(finding);
    if (level == Level.OFF) {
      return List.of();
    }
    String summary = sentence(finding) + allowed(finding, rule) + demotion(finding, rule);
    String origin = rule.origin().equals(FindingRule.BY_DEFAULT) ? "" : rule.origin();
    return List.of(violation(level, finding.type, finding, summary, origin));
  }

  /** The violation of a suppression that has expired or soon will; empty if it has time left. */
  List<Violation> checkExpiry(Suppression suppression, Finding finding) {
    Level level = rules.classRule(finding.endpoint, finding.type).levelOf(finding);
    if (level == Level.OFF) {
      return List.of();
    }
    if (today.isAfter(suppression.until())) {
      String summary =
          sentence(finding)
              + " Accepted until "
              + suppression.until()
              + " as "
              + suppression.describe()
              + " ("
              + suppression.origin()
              + "), which has expired: fix it, or set a new date.";
      return List.of(violation(level, RuleCatalog.EXPIRED, finding, summary, suppression.origin()));
    }
    if (today.plusDays(NOTICE_DAYS).isAfter(suppression.until())) {
      String summary =
          sentence(finding)
              + " Accepted as "
              + suppression.describe()
              + ", which expires on "
              + suppression.until()
              + " ("
              + suppression.origin()
              + ").";
      return List.of(
          violation(Level.WARN, RuleCatalog.EXPIRES, finding, summary, suppression.origin()));
    }
    return List.of();
  }

  private static String sentence(Finding finding) {
    return finding.sentence.strip();
  }

  private static String allowed(Finding finding, FindingRule rule) {
    return Budget.COUNTED.contains(finding.type)
        ? " Measured " + finding.repeats.max + " in one request, " + rule.describeAllowed() + "."
        : " Seen in "
            + NumberText.count(finding.requests, "request")
            + ", "
            + rule.describeAllowed()
            + ".";
  }

  /** Why an error counts only as a warning. */
  private static String demotion(Finding finding, FindingRule rule) {
    if (FindingRule.isCold(finding) && rule.cold().compareTo(rule.level()) < 0) {
      return " At most a warning: each execution follows a cache miss, so a warm cache avoids it.";
    }
    return rule.level() == Level.ERROR && rule.levelOf(finding) == Level.WARN
        ? " Only a warning: "
            + finding.verdict
            + ", in "
            + NumberText.count(finding.requests, "request")
            + "."
        : "";
  }

  /** Points to the top statement of the endpoint if the finding has no statement of its own. */
  private Violation violation(
      Level level, String rule, Finding finding, String summary, String origin) {
    boolean counted = Budget.COUNTED.contains(finding.type);
    TopStatements.Share share =
        finding.statement == null ? topStatements.of(finding.endpoint) : null;
    String sql = finding.statement == null ? "" : finding.statement.sql;
    return new Violation(
        level,
        rule,
        finding.endpoint,
        share == null ? summary : summary + " " + share.describe(),
        counted ? (double) finding.repeats.max : null,
        null,
        counted ? finding.repeats.max : 0,
        origin,
        share == null ? sql : share.sql(),
        finding,
        share == null || finding.callSite != null ? finding.callSite : share.callSite(),
        finding.advice,
        null,
        null,
        rule + '\n' + finding.endpoint + '\n' + finding.id,
        List.of());
  }
}
