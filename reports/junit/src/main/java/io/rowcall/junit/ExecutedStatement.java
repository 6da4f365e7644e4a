package io.rowcall.junit;

import java.util.List;

/**
 * A statement, as one request of a test executed it.
 *
 * @param endpoint the request: {@code TEST io.acme.ShopTest.lists} for the test itself, {@code GET
 *     /orders} for a request that a server in the same JVM handled for it
 * @param sql normalized: {@code ?} for each literal
 * @param kind {@code SELECT}, {@code INSERT}, {@code UPDATE}, {@code DELETE}, {@code MERGE}, {@code
 *     CALL}, {@code DDL}, {@code TRANSACTION}, {@code INFRASTRUCTURE} or {@code OTHER}
 * @param executions number of executions
 * @param rows number of rows read
 * @param callSites empty if no application frame is on the stack
 */
public record ExecutedStatement(
    String endpoint,
    String sql,
    String kind,
    long executions,
    long rows,
    List<CallSite> callSites) {
  public ExecutedStatement {
    callSites = List.copyOf(callSites);
  }
}
