package io.rowcall.cli.gate;

import io.rowcall.format.CallSite;
import io.rowcall.format.Finding;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a gate has to say. The same run gives the same one: no time is in it that the
 * budget does not limit.
 *
 * @param rule what was held to: a finding's class, or one of {@link Rules}
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
 */
public record Breach(
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
    @Nullable Location parent) {

  /** One about no statement. */
  static Breach plain(Level level, String rule, String about, String summary, String where) {
    return new Breach(
        level, rule, about, summary, null, null, 0, where, "", null, null, "", null, null);
  }

  /** All of it, in one line: measured and allowed, the statement, the line, and what to do. */
  public String text() {
    var text = new StringBuilder(summary);
    if (!statement.isEmpty()) {
      text.append(' ')
          .append(Words.cut(statement))
          .append(Words.cut(statement).endsWith(".") ? "" : ".");
    }
    String first = Words.firstLine(advice);
    if (!first.isEmpty() && !summary.contains(first)) {
      text.append(' ').append(first);
    }
    return text.toString();
  }

  /** The rule, with the id of the finding that it is about, as a budget's debt writes it. */
  String name() {
    return finding == null ? rule : rule + " " + finding.id;
  }

  /** Stable from run to run, and when lines move. */
  String fingerprint() {
    return Words.hash(rule + '\n' + about + '\n' + (finding == null ? "" : finding.id));
  }

  Breach at(@Nullable Location found, @Nullable Location parentFound) {
    return new Breach(
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
        parentFound);
  }
}
