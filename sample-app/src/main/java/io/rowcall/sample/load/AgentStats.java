package io.rowcall.sample.load;

/**
 * What the agent's reports say of one endpoint in one form.
 *
 * @param mostExecutions of the most expensive request; {@code executions} of all of them
 * @param nPlusOneFindings those of {@code findings} that name a call for every row
 */
record AgentStats(
    long requests,
    int mostExecutions,
    long executions,
    double databaseMillis,
    long findings,
    long nPlusOneFindings) {}
