package io.rowcall.cli.gate;

import io.rowcall.format.Endpoint;
import io.rowcall.format.Finding;
import io.rowcall.format.Report;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Holds a run to a budget. Counts decide; the same counts and day give the same verdict always. */
final class GateEvaluator {
  /** Debt is announced so many days before it expires. */
  private static final int NOTICE_DAYS = 14;

  /** Errors first, then the worst; what is left to compare makes the order the same every time. */
  private static final Comparator<Violation> WORST_FIRST =
      Comparator.comparing(Violation::level, Comparator.reverseOrder())
          .thenComparing(breach -> breach.about().equals(RunValidity.THE_RUN) ? 0 : 1)
          .thenComparing(Violation::weight, Comparator.reverseOrder())
          .thenComparing(Violation::about)
          .thenComparing(Violation::rule)
          .thenComparing(breach -> breach.finding() == null ? "" : breach.finding().id)
          .thenComparing(Violation::summary);

  private final Report report;
  private final Budget budget;
  private final EffectiveRules held;
  private final LocalDate today;
  private final TopStatement heaviest;
  private final List<Violation> breaches = new ArrayList<>();
  private final Set<Rule> used = new HashSet<>();
  private final Set<String> endpoints = new TreeSet<>();
  private final List<String> notes = new ArrayList<>();

  GateEvaluator(Report report, Budget budget, LocalDate today) {
    this.report = report;
    this.budget = budget;
    this.held = new EffectiveRules(budget);
    this.today = today;
    this.heaviest = new TopStatement(report);
    report.endpoints.forEach(endpoint -> endpoints.add(endpoint.name));
  }

  /** Everything worth saying, the worst first. */
  List<Violation> judge() {
    breaches.addAll(RunValidity.of(report, budget));
    var limits = new EndpointLimits(held, heaviest);
    for (Endpoint endpoint : report.endpoints) {
      used.addAll(held.rules(endpoint.name));
      breaches.addAll(limits.of(endpoint));
    }
    report.findings.forEach(this::finding);
    budget.rules().forEach(this::unused);
    budget.debts().forEach(this::debt);
    patternsThatAreNames();
    return ViolationGroups.of(breaches, WORST_FIRST);
  }

  /** What a reader of the breaches should know. Asked after them. */
  List<String> notes() {
    return notes;
  }

  /** The names of the endpoints of the run, sorted. */
  List<String> endpoints() {
    return List.copyOf(endpoints);
  }

  /** What a finding comes to when no debt bears it. */
  Level levelOf(Finding finding) {
    return held.classRule(finding.endpoint, finding.type).levelOf(finding);
  }

  private void finding(Finding finding) {
    if (budget.debts().stream().anyMatch(debt -> FindingId.is(debt.finding(), finding))) {
      return;
    }
    FindingRule rule = held.classRule(finding.endpoint, finding.type);
    Level level = rule.levelOf(finding);
    if (level != Level.OFF) {
      breaches.add(
          breach(
              level,
              finding.type,
              finding,
              said(finding) + allowed(finding, rule) + weak(finding, rule),
              rule.where().equals("by default") ? "" : rule.where()));
    }
  }

  private static String allowed(Finding finding, FindingRule rule) {
    return Budget.COUNTED.contains(finding.type)
        ? " Measured " + finding.repeats.max + " in a request, " + rule.allowed() + "."
        : " Seen in " + NumberText.count(finding.requests, "request") + ", " + rule.allowed() + ".";
  }

  private static String weak(Finding finding, FindingRule rule) {
    if (FindingRule.isCold(finding) && rule.cold().compareTo(rule.level()) < 0) {
      return " At most a warning: every execution follows a cache miss, a warm cache answers them.";
    }
    return rule.level() == Level.ERROR && rule.levelOf(finding) == Level.WARN
        ? " Only a warning: "
            + finding.verdict
            + ", in "
            + NumberText.count(finding.requests, "request")
            + "."
        : "";
  }

  private void debt(Suppression debt) {
    List<Finding> borne =
        report.findings.stream().filter(f -> FindingId.is(debt.finding(), f)).toList();
    if (borne.isEmpty()) {
      unused(debt);
    }
    borne.forEach(finding -> debt(debt, finding));
  }

  private void unused(Suppression debt) {
    Level level = budget.require().unused();
    boolean asked = debt.endpoint().isEmpty() || endpoints.contains(debt.endpoint());
    String about = debt.endpoint().isEmpty() ? "known debt" : debt.endpoint();
    String summary =
        "The known debt "
            + debt.inWords()
            + (asked
                ? " is paid, it was not found any more: strike it out ("
                    + debt.where()
                    + "), or run rowcall budget --tighten."
                : " was not looked for, the run did not ask its endpoint (" + debt.where() + ").");
    if (level != Level.OFF) {
      breaches.add(
          Violation.plain(level, RuleCatalog.UNUSED, about, summary, debt.where())
              .withOthers(RuleCatalog.UNUSED + '\n' + debt.finding(), List.of()));
    }
  }

  private void debt(Suppression debt, Finding finding) {
    if (FindingId.isFormer(debt.finding(), finding)) {
      notes.add(
          debt.where()
              + ": the id is of an older version, today it is "
              + finding.id
              + ". rowcall budget --tighten writes it.");
    }
    String agreed = " Known debt " + debt.inWords();
    Level level = levelOf(finding);
    if (level == Level.OFF) {
      return;
    }
    if (today.isAfter(debt.until())) {
      breaches.add(
          breach(
              level,
              RuleCatalog.EXPIRED,
              finding,
              said(finding)
                  + agreed
                  + " has expired on "
                  + debt.until()
                  + " ("
                  + debt.where()
                  + "): fix it, or agree on a new date.",
              debt.where()));
    } else if (today.plusDays(NOTICE_DAYS).isAfter(debt.until())) {
      breaches.add(
          breach(
              Level.WARN,
              RuleCatalog.EXPIRES,
              finding,
              said(finding) + agreed + " expires on " + debt.until() + " (" + debt.where() + ").",
              debt.where()));
    }
  }

  private static String said(Finding finding) {
    return Texts.withoutSavedTime(finding.sentence).strip();
  }

  /** With the statement and the line of the heaviest one where the finding itself has none. */
  private Violation breach(
      Level level, String rule, Finding finding, String summary, String where) {
    boolean counted = Budget.COUNTED.contains(finding.type);
    TopStatement.Share share = finding.statement == null ? heaviest.of(finding.endpoint) : null;
    String sql = finding.statement == null ? "" : finding.statement.sql;
    return new Violation(
        level,
        rule,
        finding.endpoint,
        share == null ? summary : summary + " " + share.inWords(),
        counted ? (double) finding.repeats.max : null,
        null,
        counted ? finding.repeats.max : 0,
        where,
        share == null ? sql : share.sql(),
        finding,
        share == null || finding.callSite != null ? finding.callSite : share.callSite(),
        finding.advice,
        null,
        null,
        rule + '\n' + finding.endpoint + '\n' + finding.id,
        List.of());
  }

  private void unused(Rule rule) {
    if (used.contains(rule)) {
      return;
    }
    if (rule.minRequests() > 0 && !rule.pattern().isOpen()) {
      breaches.add(EndpointLimits.tooFew(rule.pattern().toString(), 0, rule));
      return;
    }
    say(
        budget.require().unused(),
        RuleCatalog.UNUSED,
        rule.pattern().toString(),
        "no endpoint of the run matches this rule (" + rule.where() + ").",
        rule.where());
  }

  /** A server's route may be called {@code GET /**}, and be meant by a rule that holds all. */
  private void patternsThatAreNames() {
    for (Rule rule : budget.rules()) {
      QueryLimits queries = rule.queries();
      String name = rule.pattern().toString();
      if (queries == null || !rule.pattern().isOpen() || !endpoints.contains(name)) {
        continue;
      }
      var places = queries.all().stream().map(Limit::where).toList();
      if (breaches.stream().anyMatch(b -> places.contains(b.where()) && !b.about().equals(name))) {
        notes.add(
            rule.where()
                + ": "
                + name
                + " is an endpoint, too. Say exact: true if the rule is for that one alone.");
      }
    }
  }

  private void say(Level level, String rule, String about, String summary, String where) {
    if (level != Level.OFF) {
      breaches.add(Violation.plain(level, rule, about, summary, where));
    }
  }
}
