package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;

/** What one JVM did, or what several did together: the root of a report file. */
@JsonPropertyOrder({
  "SCHEMA",
  "schema",
  "agent",
  "run",
  "totals",
  "findings",
  "endpoints",
  "statements",
  "caches",
  "pools",
  "slowQueries",
  "slowRequests"
})
public final class Report extends ExtensibleNode {
  /** The version that this model writes. */
  public static final String SCHEMA = "rowcall-report/1";

  /** {@link #SCHEMA}; set when the report is written. */
  public String schema = "";

  public AgentInfo agent = new AgentInfo();
  public Run run = new Run();
  public Totals totals = new Totals();
  public List<Finding> findings = new ArrayList<Finding>();
  public List<Endpoint> endpoints = new ArrayList<Endpoint>();
  public List<Statement> statements = new ArrayList<Statement>();
  public List<Cache> caches = new ArrayList<Cache>();
  public List<Pool> pools = new ArrayList<Pool>();
  public List<SlowQuery> slowQueries = new ArrayList<SlowQuery>();
  public List<SlowRequest> slowRequests = new ArrayList<SlowRequest>();
}
