package io.rowcall.gate;

import java.util.LinkedHashMap;
import java.util.Map;

/** All rules of the gate: classes of findings and limits of budgets, with their help texts. */
public final class RuleCatalog {
  static final String QUERIES = "queries";
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
            "More queries in a request than the budget allows",
            """
            The largest request of the endpoint executes more statements than the budget allows. The \
            message names the statement that is executed most often. Execute fewer, or raise the limit \
            in the budget where everybody sees it.\
            """));
    all.put(
        LATENCY,
        new Text(
            "Slower than the budget allows",
            """
            Of 100 requests of the endpoint, more than five take longer than the budget allows.\
            """));
    all.put(
        MIN_REQUESTS,
        new Text(
            "A run that shows too little",
            """
            Fewer requests were recorded than the budget asks for, so that the run proves nothing. Was \
            the load sent, and to the service with the agent?\
            """));
    all.put(
        INCOMPLETE,
        new Text(
            "A run that is not complete",
            """
            The agent dropped something, or had no more room to count it by its name, so that a rule \
            may not have seen it. A service whose paths carry ids that are not recognized as such has \
            too many endpoints.\
            """));
    all.put(
        UNFINISHED,
        new Text(
            "A run that was killed, or goes on",
            """
            A JVM had not ended when its report was written, so that the end of the run is missing. \
            Stop the service before the gate, with SIGTERM and time to end.\
            """));
    all.put(
        SUPPRESSED,
        new Text(
            "Errors of Rowcall itself",
            """
            The agent met errors of its own and kept them from the service. Its counts may be too low. \
            The service's stderr tells the first.\
            """));
    all.put(
        EXPIRED,
        new Text(
            "Known debt whose day has come",
            """
            The budget bore the finding until a day, which is over. Fix it, or agree on a new day in \
            the budget.\
            """));
    all.put(
        EXPIRES,
        new Text(
            "Known debt whose day comes soon",
            """
            The budget bears the finding for a few days more. Fix it, or agree on a new day in the \
            budget.\
            """));
    all.put(
        UNUSED,
        new Text(
            "An entry of the budget that matches nothing",
            """
            No endpoint or finding of the run matches the entry. Is it misspelt, was the endpoint \
            renamed, or does the run not ask it? Remove what is paid with rowcall budget --tighten.\
            """));
    return all;
  }
}
