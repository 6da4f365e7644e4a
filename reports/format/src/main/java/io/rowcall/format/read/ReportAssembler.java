package io.rowcall.format.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.format.AgentInfo;
import io.rowcall.format.Cache;
import io.rowcall.format.Call;
import io.rowcall.format.Endpoint;
import io.rowcall.format.Finding;
import io.rowcall.format.Pool;
import io.rowcall.format.Report;
import io.rowcall.format.Run;
import io.rowcall.format.SlowQuery;
import io.rowcall.format.SlowRequest;
import io.rowcall.format.Statement;
import io.rowcall.format.Totals;

/** Assembles the visited parts into a {@link Report}. */
final class ReportAssembler implements ReportVisitor {
  private final Report report;

  ReportAssembler(Report report) {
    this.report = report;
  }

  @Override
  public void visitAgent(AgentInfo agent) {
    report.agent = agent;
  }

  @Override
  public void visitRun(Run run) {
    report.run = run;
  }

  @Override
  public void visitTotals(Totals totals) {
    report.totals = totals;
  }

  @Override
  public void visitFinding(Finding finding) {
    report.findings.add(finding);
  }

  @Override
  public void visitEndpoint(Endpoint endpoint) {
    report.endpoints.add(endpoint);
  }

  @Override
  public void visitStatement(Statement statement) {
    report.statements.add(statement);
  }

  @Override
  public void visitCall(Call call) {
    report.calls.add(call);
  }

  @Override
  public void visitCache(Cache cache) {
    report.caches.add(cache);
  }

  @Override
  public void visitPool(Pool pool) {
    report.pools.add(pool);
  }

  @Override
  public void visitSlowQuery(SlowQuery query) {
    report.slowQueries.add(query);
  }

  @Override
  public void visitSlowRequest(SlowRequest request) {
    report.slowRequests.add(request);
  }

  @Override
  public void visitUnknown(String name, JsonNode value) {
    report.addUnknown(name, value);
  }
}
