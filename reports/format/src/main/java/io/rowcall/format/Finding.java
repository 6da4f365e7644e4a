package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A problem worth fixing. */
public final class Finding extends ExtensibleNode {
  public String id = "";

  @JsonProperty("class")
  public String type = "";

  public String verdict = "";
  public String endpoint = "";

  /** What was found, where, and what to do; the same in every run. */
  public String sentence = "";

  /** What a fix saves in one request, with times that vary from run to run; may be empty. */
  public String saving = "";

  public @Nullable StatementRef statement;
  public Repeats repeats = new Repeats();
  public long distinctBinds;

  /** Other statements with the same cause: in the same loop, or repeated between the same lines. */
  public List<StatementRef> others = new ArrayList<StatementRef>();

  public @Nullable CallSite callSite;

  /** Where a duplicate was executed again; null for other classes, or if unknown. */
  public @Nullable CallSite secondCallSite;

  public @Nullable Parent parent;
  public List<String> evidence = new ArrayList<String>();
  public String advice = "";
  public long avoidableExecutions;
  public double avoidableMillis;
  public long requests;

  /** The number of these requests with a cache miss for each avoidable execution. */
  public long requestsWithMisses;

  /** A request that shows it; null beyond the findings that cost most. */
  public @Nullable Example example;

  @Override
  void writeFields(JsonFields out) throws IOException {
    out.text("id", id);
    out.text("class", type);
    out.text("verdict", verdict);
    out.text("endpoint", endpoint);
    out.text("sentence", sentence);
    out.text("saving", saving);
    out.node("statement", statement);
    out.node("repeats", repeats);
    out.count("distinctBinds", distinctBinds);
    out.nodesUnlessEmpty("others", others);
    out.node("callSite", callSite);
    out.node("secondCallSite", secondCallSite);
    out.node("parent", parent);
    out.texts("evidence", evidence);
    out.text("advice", advice);
    out.count("avoidableExecutions", avoidableExecutions);
    out.number("avoidableMillis", avoidableMillis);
    out.count("requests", requests);
    out.countUnlessZero("requestsWithMisses", requestsWithMisses);
    out.node("example", example);
  }
}
