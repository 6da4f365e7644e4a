package io.rowcall.format;

import com.fasterxml.jackson.databind.JsonNode;

/** Puts the parts together again. */
final class ReportAssembler implements ReportVisitor {
  private final Report report;

  ReportAssembler(Report report) {
    this.report = report;
  }

  @Override
  public void agent(AgentInfo agent) {
    report.agent = agent;
  }

  @Override
  public void run(Run run) {
    report.run = run;
  }

  @Override
  public void totals(Totals totals) {
    report.totals = totals;
  }

  @Override
  public void finding(Finding finding) {
    report.findings.add(finding);
  }

  @Override
  public void endpoint(Endpoint endpoint) {
    report.endpoints.add(endpoint);
  }

  @Override
  public void statement(Statement statement) {
    report.statements.add(statement);
  }

  @Override
  public void cache(Cache cache) {
    report.caches.add(cache);
  }

  @Override
  public void pool(Pool pool) {
    report.pools.add(pool);
  }

  @Override
  public void slowQuery(SlowQuery query) {
    report.slowQueries.add(query);
  }

  @Override
  public void slowRequest(SlowRequest request) {
    report.slowRequests.add(request);
  }

  @Override
  public void unknown(String name, JsonNode value) {
    report.unknown(name, value);
  }
}
