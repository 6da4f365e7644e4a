package io.rowcall.gate;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a budget for the endpoints that match a pattern.
 *
 * @param origin {@code budget.yml:12}
 * @param calls outgoing calls of one request
 * @param minRequests requests that each of the endpoints must have; 0 if not set
 * @param classes by class of findings; only those that the rule sets
 */
record Rule(
    EndpointPattern pattern,
    String origin,
    @Nullable QueryLimits queries,
    @Nullable Limit calls,
    @Nullable Limit latencyP95Millis,
    long minRequests,
    Map<String, FindingRule> classes) {}
