package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A problem worth fixing. */
@JsonPropertyOrder({
  "id",
  "type",
  "verdict",
  "endpoint",
  "sentence",
  "saving",
  "statement",
  "repeats",
  "distinctBinds",
  "others",
  "callSite",
  "secondCallSite",
  "parent",
  "evidence",
  "advice",
  "avoidableExecutions",
  "avoidableMillis",
  "requests",
  "requestsWithMisses"
})
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
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
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
  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  public long requestsWithMisses;
}
