package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;

/** Root of a report file: the run of one JVM, or of several merged ones. */
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
  /** The schema version of this model. */
  public static final String SCHEMA = "rowcall-report/1";

  /** {@link #SCHEMA}; set by the writer. */
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
