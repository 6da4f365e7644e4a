package io.rowcall.format.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.format.AgentInfo;
import io.rowcall.format.Cache;
import io.rowcall.format.Call;
import io.rowcall.format.Endpoint;
import io.rowcall.format.Finding;
import io.rowcall.format.Pool;
import io.rowcall.format.Run;
import io.rowcall.format.SlowQuery;
import io.rowcall.format.SlowRequest;
import io.rowcall.format.Statement;
import io.rowcall.format.Totals;

/**
 * Visits a report part by part while it is read, so that the whole is never in memory. Parts come
 * in the order of the file and belong to the visitor. A {@link ReportException} from a visitor is
 * rethrown with the position in the file.
 */
public interface ReportVisitor {
  void visitAgent(AgentInfo agent) throws ReportException;

  void visitRun(Run run) throws ReportException;

  void visitTotals(Totals totals) throws ReportException;

  void visitFinding(Finding finding) throws ReportException;

  void visitEndpoint(Endpoint endpoint) throws ReportException;

  void visitStatement(Statement statement) throws ReportException;

  /** Whether to read latencies and endpoints of statements, which are most of a report's bytes. */
  default boolean needsStatementDetails() {
    return true;
  }

  void visitCall(Call call) throws ReportException;

  void visitCache(Cache cache) throws ReportException;

  void visitPool(Pool pool) throws ReportException;

  void visitSlowQuery(SlowQuery query) throws ReportException;

  void visitSlowRequest(SlowRequest request) throws ReportException;

  /** Called for a top-level field unknown to this version of the model. */
  void visitUnknown(String name, JsonNode value) throws ReportException;
}
