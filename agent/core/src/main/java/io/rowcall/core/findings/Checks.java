package io.rowcall.core.findings;

import io.rowcall.core.config.Config;
import io.rowcall.core.findings.nplusone.RepeatedStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * List of all checks. To add a finding, write its check, a test of the same name, and its page in
 * {@code reports/docs/findings}, and add the check here. {@code ChecksTest} reports what is
 * missing.
 */
public final class Checks {
  private final RepeatedStatement repeatedStatement;
  private final List<Check> all;

  public Checks(Config config) {
    repeatedStatement = new RepeatedStatement(config);
    all =
        Collections.unmodifiableList(
            Arrays.<Check>asList(
                // A repeated statement belongs to the first of these that detects something in it.
                new SmallBatch(),
                new NPlusOneSelect(config),
                new NPlusOneWrite(),
                new Duplicate(config),
                // An outgoing call that is repeated belongs to one of these.
                new NPlusOneHttp(),
                new NPlusOneCall(),
                // Checks of the request as a whole, in the order of their printing.
                new LargeResult(config),
                new SequentialQueries(config),
                new PoolWait(config),
                new ConnectionHeld(config),
                new ConnectionLeak(),
                new SlowQuery(config),
                new SlowRequest(config),
                new TooManyQueries(config),
                // Checks of the whole run.
                new LowCacheHitRatio(),
                new MissingIndex()));
  }

  public List<Check> all() {
    return all;
  }

  RequestCheck[] requestChecks() {
    List<RequestCheck> checks = new ArrayList<RequestCheck>();
    for (Check check : all) {
      if (check instanceof RequestCheck) {
        checks.add((RequestCheck) check);
      }
    }
    return checks.toArray(new RequestCheck[0]);
  }

  /** The findings about the whole run. */
  public List<RunFinding> detect(RunStats run) {
    List<RunFinding> findings = new ArrayList<RunFinding>();
    for (Check check : all) {
      if (check instanceof RunCheck) {
        ((RunCheck) check).detect(run, findings);
      }
    }
    return findings;
  }

  RepeatedStatement repeatedStatement() {
    return repeatedStatement;
  }
}
