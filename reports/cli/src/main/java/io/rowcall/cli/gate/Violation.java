package io.rowcall.cli.gate;

import io.rowcall.format.CallSite;
import io.rowcall.format.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a gate has to say. The same run gives the same one: no time is in it that the
 * budget does not limit.
 *
 * @param rule what was held to: a finding's class, or one of {@link RuleCatalog}
 * @param about the endpoint, the run, or an entry of the budget
 * @param summary measured and allowed
 * @param measured the figure; null where there is none
 * @param allowed the most that it may be; null where there is none
 * @param weight by how much it is worse than allowed, in executions of a request
 * @param where {@code budget.yml:12}; empty when no file says so
 * @param statement the SQL; empty when it is about none
 * @param finding that it is; null where it is a limit or the run
 * @param callSite the first frame of the application that led to it
 * @param advice what to do; empty when the summary says so
 * @param location of the call site in the checkout, when it was looked for and found
 * @param parent the same of the query whose rows the repeats are made for
 * @param cause what makes it the same from run to run, and when lines move
 * @param also where the same was found with the same cause, the worst first
 */
public record Violation(
    Level level,
    String rule,
    String about,
    String summary,
    @Nullable Double measured,
    @Nullable Double allowed,
    double weight,
    String where,
    String statement,
    @Nullable Finding finding,
    @Nullable CallSite callSite,
    String advice,
    @Nullable Location location,
    @Nullable Location parent,
    String cause,
    List<Affected> also) {

  /** So many other endpoints are named in a line. */
  private static final int NAMED = 10;

  /**
   * Another endpoint with the same cause.
   *
   * @param finding its own, whose id a budget's debt names
   * @param measured the figure; null where there is none
   */
  public record Affected(
      String endpoint, Level level, @Nullable Finding finding, @Nullable Double measured) {

    String inWords() {
      return endpoint
          + (measured == null ? "" : " ×" + NumberText.plain(measured))
          + (level == Level.WARN ? " (a warning there)" : "");
    }
  }

  /** One about no statement. */
  static Violation plain(Level level, String rule, String about, String summary, String where) {
    return new Violation(
        level,
        rule,
        about,
        summary,
        null,
        null,
        0,
        where,
        "",
        null,
        null,
        "",
        null,
        null,
        rule + '\n' + about + '\n',
        List.of());
  }

  /** All of it, in one line: measured and allowed, the statement, the line, and what to do. */
  public String text() {
    var text = new StringBuilder(summary);
    if (!statement.isEmpty()) {
      text.append(' ')
          .append(Texts.cut(statement))
          .append(Texts.cut(statement).endsWith(".") ? "" : ".");
    }
    String first = Texts.firstLine(advice);
    if (!first.isEmpty() && !summary.contains(first)) {
      text.append(' ').append(first);
    }
    return text.append(alsoInWords()).toString();
  }

  /** {@code GET /orders and 6 more endpoints}. */
  public String endpoints() {
    long more =
        also.stream()
            .map(Affected::endpoint)
            .filter(name -> !name.equals(about))
            .distinct()
            .count();
    return more == 0 ? about : about + " and " + NumberText.count(more, "more endpoint");
  }

  /** Whether the endpoint shows it. */
  boolean affects(String endpoint) {
    return about.equals(endpoint) || also.stream().anyMatch(one -> one.endpoint.equals(endpoint));
  }

  private String alsoInWords() {
    if (also.isEmpty()) {
      return "";
    }
    String some = String.join(", ", also.stream().limit(NAMED).map(Affected::inWords).toList());
    int left = also.size() - NAMED;
    return " Also at " + some + (left > 0 ? " and " + left + " more" : "") + ".";
  }

  /** The rule, with the id of the finding that it is about, as a budget's debt writes it. */
  String name() {
    return finding == null ? rule : rule + " " + finding.id;
  }

  /** Stable from run to run, and when lines move. */
  String fingerprint() {
    return Texts.hash(cause);
  }

  /** The same, with a consequence of the cause. */
  Violation saying(String more, String place) {
    return with(summary + more, where.isEmpty() ? place : where, cause, also);
  }

  /** The same of one cause at other endpoints. */
  Violation withOthers(String ofAll, List<Affected> others) {
    return with(summary, where, ofAll, others);
  }

  /** The summary of a limit without the statement that it names. */
  String consequence() {
    int statement = summary.indexOf(';');
    String said = statement < 0 ? summary : summary.substring(0, statement);
    return said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
  }

  Affected affected() {
    return new Affected(about, level, finding, measured);
  }

  private Violation with(String summary, String where, String cause, List<Affected> also) {
    return new Violation(
        level, rule, about, summary, measured, allowed, weight, where, statement, finding, callSite,
        advice, location, parent, cause, also);
  }

  Violation at(@Nullable Location found, @Nullable Location parentFound) {
    return new Violation(
        level,
        rule,
        about,
        summary,
        measured,
        allowed,
        weight,
        where,
        statement,
        finding,
        callSite,
        advice,
        found,
        parentFound,
        cause,
        also);
  }
}
