package io.rowcall.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Root of a report file: the run of one JVM, or of several merged ones. */
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
  public List<Call> calls = new ArrayList<Call>();
  public List<Cache> caches = new ArrayList<Cache>();
  public List<Pool> pools = new ArrayList<Pool>();
  public List<SlowQuery> slowQueries = new ArrayList<SlowQuery>();
  public List<SlowRequest> slowRequests = new ArrayList<SlowRequest>();

  @Override
  void writeFields(JsonFields out) throws IOException {
    out.text("schema", schema);
    out.node("agent", agent);
    out.node("run", run);
    out.node("totals", totals);
    out.nodes("findings", findings);
    out.nodes("endpoints", endpoints);
    out.nodes("statements", statements);
    out.nodesUnlessEmpty("calls", calls);
    out.nodes("caches", caches);
    out.nodes("pools", pools);
    out.nodes("slowQueries", slowQueries);
    out.nodes("slowRequests", slowRequests);
  }
}
