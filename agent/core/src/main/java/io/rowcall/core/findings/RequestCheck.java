package io.rowcall.core.findings;

import io.rowcall.boot.request.Request;
import io.rowcall.core.findings.nplusone.RepeatedStatement;
import io.rowcall.core.findings.request.StatementGroups;
import io.rowcall.core.sql.Dialect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Kind of finding that a single request shows: detection, wording, advice, and verdict.
 *
 * <p>Detection runs once per request on the agent's thread and must be cheap for a request that
 * shows nothing: no allocation, and one look at each statement. Not thread-safe.
 */
public abstract class RequestCheck implements Check {
  private final String key;

  RequestCheck(String key) {
    this.key = key;
  }

  @Override
  public final String key() {
    return key;
  }

  // ---- Detection ----

  /**
   * Detects the finding in a statement that a request executes several times. Of all checks, only
   * the first one that returns a detection applies, so that no execution is saved twice.
   */
  @Nullable Detection detect(RepeatedStatement statement) {
    return null;
  }

  /** Detects the finding in an outgoing call that a request makes several times. */
  @Nullable Detection detectCall(RepeatedStatement call) {
    return null;
  }

  /**
   * Detects the finding in a request.
   *
   * @param detections of the checks before, to which this one adds
   */
  void detect(Request request, StatementGroups groups, List<Detection> detections) {}

  // ---- Text ----

  /** The finding and its place, in a few words. Has no times, so that every run prints the same. */
  abstract String describe(FindingStats finding);

  /** The saving of a fix in one request, with its time; empty when nothing is known. */
  String saving(FindingStats finding) {
    return Phrases.roundTrips(finding);
  }

  /** Adds the facts that the verdict rests on, one per line. */
  void addEvidence(FindingStats finding, List<String> evidence) {}

  /** The advice, in one to four lines; the first one makes sense by itself. */
  abstract List<String> advise(FindingStats finding, Dialect dialect);

  // ---- Properties ----

  /** The certainty of the finding, over all requests that show it. */
  Verdict verdict(FindingStats finding) {
    if (isAboutTime() && (finding.isColdOnly() || finding.isRare())) {
      return Verdict.SUSPECT;
    }
    return finding.strongestVerdict();
  }

  /**
   * Whether the finding is about a duration. A JVM that warms up takes longer, so such a finding
   * needs requests after the warm-up.
   */
  boolean isAboutTime() {
    return false;
  }

  /** Whether the finding is about the time that a connection is waited for or held. */
  boolean isAboutLeases() {
    return false;
  }

  /** Whether requests that hold the connections of an exhausted pool cause the finding. */
  public boolean isCausedByOtherRequests() {
    return false;
  }

  /** Whether the finding is about executions made row by row. */
  public boolean isNPlusOne() {
    return false;
  }

  /** Whether the finding is about outgoing calls, and not about SQL. */
  public boolean isAboutCalls() {
    return false;
  }

  /** Whether the finding is about two lines that do the same. */
  public boolean hasSecondCallSite() {
    return false;
  }

  /** Whether {@link FindingStats#others} share the cause, rather than being mere examples. */
  public boolean othersShareCause() {
    return true;
  }

  /** Whether a warm cache would have answered executions that follow a cache miss. */
  public boolean isAnsweredByWarmCache() {
    return false;
  }
}
