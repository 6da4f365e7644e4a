package io.rowcall.cli.gate;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a budget asks of the endpoints that a pattern matches.
 *
 * @param where {@code budget.yml:12}
 * @param minRequests a run must ask each of them as often
 * @param classes by finding class, as far as the rule sets them
 */
record Rule(
    EndpointPattern pattern,
    String where,
    @Nullable QueryLimits queries,
    @Nullable Limit latencyP95Millis,
    long minRequests,
    Map<String, FindingRule> classes) {}
