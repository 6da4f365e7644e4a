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
   */
  public record Text(String title, String help) {}

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
    all.put(
        "n+1-select",
        new Text(
            "N+1: a query for every row",
            """
            A request reads rows with one query and then asks once more for each of them, so that its \
            round trips grow with the data. Fetch the related rows with one IN query, a JOIN, or the \
            batch fetching of the mapper. The message names the statement, the line that executes it, \
            and the query whose rows it is executed for.\
            """));
    all.put(
        "n+1-write",
        new Text(
            "N+1 write: a statement for every row",
            """
            A request writes rows one by one, each in a round trip of its own. Send them as one batch \
            (addBatch, the batch size of the mapper), or as one statement with several rows.\
            """));
    all.put(
        "small-batch",
        new Text(
            "Batches that are far too small",
            """
            A request fetches related rows in batches, but in more of them than their keys need. Make \
            the batch as large as the page that is shown: the message names the statement and both \
            figures.\
            """));
    all.put(
        "duplicate",
        new Text(
            "The same query with the same values again",
            """
            A request asks the same question twice and nothing was written in between, so that the \
            answer is the same. Pass the first answer on, or keep it for the length of the request.\
            """));
    all.put(
        "slow-query",
        new Text(
            "Slow query",
            """
            An execution took longer than the agent's slow-query setting. Look at its plan: an index, \
            fewer rows, fewer columns.\
            """));
    all.put(
        "slow-request",
        new Text(
            "Slow request",
            """
            A request took longer than the agent's slow-request setting. Its executions say how much \
            of that the database took.\
            """));
    all.put(
        "too-many-queries",
        new Text(
            "Too many queries in one request",
            """
            A request executes more statements than the agent's too-many-queries setting. The most \
            frequent ones are named; join them, or leave them out.\
            """));
    all.put(
        "sequential-queries",
        new Text(
            "Queries one after the other that need not wait",
            """
            None of these queries needs the answer of another. Execute them at the same time, or as \
            one query.\
            """));
    all.put(
        "large-result",
        new Text(
            "A result of many rows without a limit",
            """
            The query reads as many rows as there are, and grows with its table. Read a page at a \
            time, or only what is needed.\
            """));
    all.put(
        "missing-index",
        new Text(
            "Missing index",
            """
            The plan of the query reads the whole table to return a few rows. Create the index that \
            the message names.\
            """));
    all.put(
        "pool-wait",
        new Text(
            "Waiting for a connection",
            """
            Requests wait for a connection of the pool. Hold connections for a shorter time before \
            making the pool larger.\
            """));
    all.put(
        "connection-held",
        new Text(
            "A connection held idle",
            """
            A request holds a connection while it does something else. Make the transaction shorter: \
            do the slow work before or after it.\
            """));
    all.put(
        "connection-leak",
        new Text(
            "A connection that is not given back",
            """
            A request ends without closing its connection. Close it in a try-with-resources \
            statement.\
            """));
    all.put(
        "low-cache-hit-ratio",
        new Text(
            "A cache that rarely answers",
            """
            Less than half of the lookups are answered from the cache. Look at its key, its time to \
            live, and its size.\
            """));
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
