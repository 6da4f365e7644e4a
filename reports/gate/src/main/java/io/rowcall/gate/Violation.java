package io.rowcall.gate;

import io.rowcall.format.CallSite;
import io.rowcall.format.Finding;
import io.rowcall.source.Location;
import io.rowcall.text.NumberText;
import io.rowcall.text.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A violated rule of the budget. Equal for equal runs: the only times in it are those that a budget
 * limits.
 *
 * @param rule id of the rule: a class of findings, or one of {@link RuleCatalog}
 * @param subject an endpoint, {@code the run}, or an entry of the budget
 * @param summary one or two sentences with the measured and the allowed value
 * @param measured null if the rule has no number
 * @param allowed the limit; null if the rule has no number
 * @param weight excess over the limit, in executions per request; the worst is listed first
 * @param origin the entry of the budget, {@code budget.yml:12}; empty if there is none
 * @param statement normalized SQL; empty if there is none
 * @param finding null if a limit or the run itself is violated
 * @param callSite the application's frame that executes the statement
 * @param advice how to fix it; empty if the summary says so
 * @param location of the call site in the checkout; null if it was not found
 * @param parentLocation of the query whose rows are iterated; null if it was not found
 * @param cause identity across runs and line moves; violations with one cause are merged
 * @param alsoAffected other endpoints with the same cause, the worst first
 */
public record Violation(
    Level level,
    String rule,
    String subject,
    String summary,
    @Nullable Double measured,
    @Nullable Double allowed,
    double weight,
    String origin,
    String statement,
    @Nullable Finding finding,
    @Nullable CallSite callSite,
    String advice,
    @Nullable Location location,
    @Nullable Location parentLocation,
    String cause,
    List<Affected> alsoAffected) {

  /** A message names at most this many other endpoints. */
  private static final int MAX_NAMED = 10;

  private static final int MAX_SQL = 120;

  /**
   * Another endpoint with the same cause.
   *
   * @param finding its own finding, whose id a budget refers to
   * @param measured null if the rule has no number
   */
  public record Affected(
      String endpoint, Level level, @Nullable Finding finding, @Nullable Double measured) {

    /** {@code GET /orders ×20}. */
    public String describe() {
      return endpoint
          + (measured == null ? "" : " ×" + NumberText.plain(measured))
          + (level == Level.WARN ? " (a warning there)" : "");
    }
  }

  /** A violation without a statement. */
  static Violation plain(Level level, String rule, String subject, String summary, String origin) {
    return new Violation(
        level,
        rule,
        subject,
        summary,
        null,
        null,
        0,
        origin,
        "",
        null,
        null,
        "",
        null,
        null,
        rule + '\n' + subject + '\n',
        List.of());
  }

  /** The whole violation on one line: summary, statement, first line of the advice, endpoints. */
  public String message() {
    var text = new StringBuilder(summary);
    if (!statement.isEmpty()) {
      String sql = Texts.truncate(statement, MAX_SQL);
      text.append(' ').append(sql).append(sql.endsWith(".") ? "" : ".");
    }
    String firstAdvice = Texts.firstLine(advice);
    if (!firstAdvice.isEmpty() && !summary.contains(firstAdvice)) {
      text.append(' ').append(firstAdvice);
    }
    return text.append(describeAffected()).toString();
  }

  /** {@code GET /orders and 6 more endpoints}. */
  public String title() {
    long others =
        alsoAffected.stream()
            .map(Affected::endpoint)
            .filter(name -> !name.equals(subject))
            .distinct()
            .count();
    return others == 0 ? subject : subject + " and " + NumberText.count(others, "more endpoint");
  }

  /** The rule, with the id of the finding: what a suppression in the budget refers to. */
  public String ruleAndFinding() {
    return finding == null ? rule : rule + " " + finding.id;
  }

  /** Stable from run to run, and when lines move. */
  public String fingerprint() {
    return Fingerprint.of(cause);
  }

  /** Whether the endpoint is the subject or among the others. */
  public boolean affects(String endpoint) {
    return subject.equals(endpoint)
        || alsoAffected.stream().anyMatch(affected -> affected.endpoint.equals(endpoint));
  }

  private String describeAffected() {
    if (alsoAffected.isEmpty()) {
      return "";
    }
    String named =
        String.join(", ", alsoAffected.stream().limit(MAX_NAMED).map(Affected::describe).toList());
    int unnamed = alsoAffected.size() - MAX_NAMED;
    return " Also at " + named + (unnamed > 0 ? " and " + unnamed + " more" : "") + ".";
  }

  Affected asAffected() {
    return new Affected(subject, level, finding, measured);
  }

  /** The summary of a violated limit, without the statement it names and without a full stop. */
  String shortSummary() {
    int statementStart = summary.indexOf(';');
    String text = statementStart < 0 ? summary : summary.substring(0, statementStart);
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  /** A copy that also states a limit exceeded because of it. */
  Violation withConsequence(String sentence, String limitOrigin) {
    return copy(summary + sentence, origin.isEmpty() ? limitOrigin : origin, cause, alsoAffected);
  }

  /** A copy that stands for all violations with the cause. */
  Violation mergedWith(List<Affected> others, String commonCause) {
    return copy(summary, origin, commonCause, others);
  }

  private Violation copy(
      String newSummary, String newOrigin, String newCause, List<Affected> newAffected) {
    return new Violation(
        level,
        rule,
        subject,
        newSummary,
        measured,
        allowed,
        weight,
        newOrigin,
        statement,
        finding,
        callSite,
        advice,
        location,
        parentLocation,
        newCause,
        newAffected);
  }

  /** A copy with the lines of its call sites in the checkout. */
  Violation located(@Nullable Location callSiteLocation, @Nullable Location parentSiteLocation) {
    return new Violation(
        level,
        rule,
        subject,
        summary,
        measured,
        allowed,
        weight,
        origin,
        statement,
        finding,
        callSite,
        advice,
        callSiteLocation,
        parentSiteLocation,
        cause,
        alsoAffected);
  }
}
