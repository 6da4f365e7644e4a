package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing worth fixing. */
@JsonPropertyOrder({
  "id",
  "type",
  "verdict",
  "endpoint",
  "sentence",
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
  public String sentence = "";
  public @Nullable StatementRef statement;
  public Repeats repeats = new Repeats();
  public long distinctBinds;

  /** Other statements of the same cause: of the same loop, or repeated between the same lines. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public List<StatementRef> others = new ArrayList<StatementRef>();

  public @Nullable CallSite callSite;

  /** Of a duplicate: where the same was asked again; null for any other, and when not known. */
  public @Nullable CallSite secondCallSite;

  public @Nullable Parent parent;
  public List<String> evidence = new ArrayList<String>();
  public String advice = "";
  public long avoidableExecutions;
  public double avoidableMillis;
  public long requests;

  /** Of these, requests with a cache miss for every execution that is avoidable. */
  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  public long requestsWithMisses;
}
