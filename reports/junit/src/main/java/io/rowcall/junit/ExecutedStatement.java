package io.rowcall.junit;

import java.util.List;

/**
 * A statement that one request of a test has executed.
 *
 * @param endpoint the request: {@code TEST io.acme.ShopTest.lists} is the test's own, {@code GET
 *     /orders} one that a server of the same JVM has served for it
 * @param sql normalized: {@code ?} for each literal
 * @param kind {@code SELECT}, {@code INSERT}, {@code UPDATE}, {@code DELETE}, {@code MERGE}, {@code
 *     CALL}, {@code DDL}, {@code TRANSACTION}, {@code INFRASTRUCTURE} or {@code OTHER}
 * @param executions how often
 * @param rows how many rows were read from its results
 * @param callSites where from; empty when no line of the application led there
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
