package io.rowcall.format;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Takes a report part by part as it is read, so that its whole is never in memory. Parts come in
 * the order of the file; each is the receiver's own. What a method throws is told with the place in
 * the file.
 */
public interface ReportVisitor {
  void agent(AgentInfo agent) throws ReportException;

  void run(Run run) throws ReportException;

  void totals(Totals totals) throws ReportException;

  void finding(Finding finding) throws ReportException;

  void endpoint(Endpoint endpoint) throws ReportException;

  void statement(Statement statement) throws ReportException;

  /** Whether statements must come with their latencies and endpoints, most of a report's bytes. */
  default boolean wantsWholeStatements() {
    return true;
  }

  void cache(Cache cache) throws ReportException;

  void pool(Pool pool) throws ReportException;

  void slowQuery(SlowQuery query) throws ReportException;

  void slowRequest(SlowRequest request) throws ReportException;

  /** A field of the report that this version of the model has no name for. */
  void unknown(String name, JsonNode value) throws ReportException;
}
