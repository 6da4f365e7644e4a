package io.rowcall.gate;

import java.util.LinkedHashMap;
import java.util.Map;

/** All rules of the gate: classes of findings and limits of budgets, with their help texts. */
public final class RuleCatalog {
  static final String QUERIES = "queries";
  static final String CALLS = "calls";
  static final String LATENCY = "latency-p95-ms";
  static final String MIN_REQUESTS = "min-requests";
  static final String INCOMPLETE = "incomplete";
  static final String UNFINISHED = "unfinished";
  static final String SUPPRESSED = "suppressed-errors";
  static final String EXPIRED = "debt-expired";
  static final String EXPIRES = "debt-expires";
  static final String UNUSED = "unused";

  /**
   * Help text of a rule.
   *
   * @param title a few words
   * @param help a few sentences: what it means and how to fix it
   * @param markdown the same at length, with its title
   */
  public record Text(String title, String help, String markdown) {
    Text(String title, String help) {
      this(title, help, "**" + title + "**\n\n" + help);
    }
  }

  /** By id, finding classes first. */
  static final Map<String, Text> ALL = all();

  private RuleCatalog() {}

  /** The text of a rule; a generic one for a class that this version does not know. */
  public static Text of(String id) {
    return ALL.getOrDefault(
        id, new Text(id, "A class of findings unknown to this version of Rowcall."));
  }

  /** The level of a rule when no budget sets one. */
  public static Level defaultLevel(String id) {
    return Budget.DEFAULTS.getOrDefault(id, Level.ERROR);
  }

  private static Map<String, Text> all() {
    var all = new LinkedHashMap<String, Text>();
    FindingPage.ALL.forEach(
        (key, page) -> all.put(key, new Text(page.title(), page.summary(), page.markdown())));
    all.put(
        QUERIES,
        new Text(
            "More queries in one request than the budget allows",
            """
            The largest request of the endpoint executes more statements than the budget allows. The \
            message names the statement that is executed most often. Execute fewer, or raise the limit \
            in the budget, where reviewers see it.\
            """));
    all.put(
        CALLS,
        new Text(
            "More outgoing calls in one request than the budget allows",
            """
            The largest request of the endpoint makes more calls to other services than the budget \
            allows. The message names the call that is made most often. Make fewer, or raise the limit \
            in the budget, where reviewers see it.\
            """));
    all.put(
        LATENCY,
        new Text(
            "Slower than the budget allows",
            """
            More than 5 % of the requests to the endpoint take longer than the budget allows.\
            """));
    all.put(
        MIN_REQUESTS,
        new Text(
            "A run with too few requests",
            """
            Fewer requests were recorded than the budget requires, so the run is not meaningful. Was \
            the load sent to the service with the agent?\
            """));
    all.put(
        INCOMPLETE,
        new Text(
            "An incomplete run",
            """
            The agent dropped something, or counted it as (other), so a rule may have missed it. A \
            service has too many endpoints if its paths contain ids that are not recognized as such.\
            """));
    all.put(
        UNFINISHED,
        new Text(
            "A run that was killed, or is still going on",
            """
            A JVM was killed or still running when its report was written, so the end of the run is \
            missing. Stop the service before the gate, with SIGTERM and time to shut down.\
            """));
    all.put(
        SUPPRESSED,
        new Text(
            "Errors of Rowcall itself",
            """
            The agent suppressed errors of its own to protect the service. Its counts may be too low. \
            The first error is logged to the service's stderr.\
            """));
    all.put(
        EXPIRED,
        new Text(
            "An accepted finding has expired",
            """
            The budget accepted the finding until a date that has passed. Fix it, or set a new date in \
            the budget.\
            """));
    all.put(
        EXPIRES,
        new Text(
            "An accepted finding expires soon",
            """
            The budget accepts the finding for a few more days. Fix it, or set a new date in the \
            budget.\
            """));
    all.put(
        UNUSED,
        new Text(
            "An unused entry of the budget",
            """
            No endpoint or finding of the run matches the entry. Is it misspelled, was the endpoint \
            renamed, or has the run no request to it? rowcall budget --tighten removes entries whose \
            finding is fixed.\
            """));
    return all;
  }
}
