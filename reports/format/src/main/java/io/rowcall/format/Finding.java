package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something worth fixing. */
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

  /** Other statements of the same cause: of the same loop, or repeated at the same lines. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public List<StatementRef> others = new ArrayList<StatementRef>();

  public @Nullable CallSite callSite;

  /** The line that repeats a duplicate; null for other findings, and when it is unknown. */
  public @Nullable CallSite secondCallSite;

  public @Nullable Parent parent;
  public List<String> evidence = new ArrayList<String>();
  public String advice = "";
  public long avoidableExecutions;
  public double avoidableMillis;
  public long requests;

  /** Of these, requests with a cache miss for every avoidable execution. */
  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  public long requestsWithMisses;
}
