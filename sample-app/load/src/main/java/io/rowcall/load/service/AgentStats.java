package io.rowcall.load.service;

/**
 * Figures of one endpoint in one form, from the agent's reports.
 *
 * @param mostExecutions executions of the most expensive request
 * @param executions executions of all requests
 * @param nPlusOneFindings the N+1 among {@code findings}
 */
public record AgentStats(
    long requests,
    int mostExecutions,
    long executions,
    double databaseMillis,
    long findings,
    long nPlusOneFindings) {}
