package io.rowcall.core.findings;

import io.rowcall.boot.request.Request;
import io.rowcall.core.findings.nplusone.FalsePositives;
import io.rowcall.core.findings.nplusone.RepeatedStatement;
import io.rowcall.core.findings.request.StatementGroup;
import io.rowcall.core.findings.request.StatementGroups;
import io.rowcall.core.sql.StatementKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs all {@link RequestCheck}s on a finished request. A repeated statement belongs to the first
 * check that detects something in it, so savings never add up twice. A request that repeats nothing
 * costs one check of each of its statements. Not thread-safe.
 */
public final class Detector {
  private final RequestCheck[] checks;
  private final RepeatedStatement repeated;
  private final List<Detection> detections = new ArrayList<Detection>();

  public Detector(Checks checks) {
    this.checks = checks.requestChecks();
    this.repeated = checks.repeatedStatement();
  }

  /** All detections in a request, mostly none. The next call reuses the list. */
  public List<Detection> detect(Request request, StatementGroups groups) {
    detections.clear();
    for (int i = 0; i < groups.size(); i++) {
      StatementGroup group = groups.get(i);
      if (group.executions() > 1) {
        Detection detection = detectRepeated(request, group, groups);
        if (detection != null) {
          detections.add(detection);
        }
      }
    }
    LoopMerger.merge(detections);
    detectRepeatedCalls(request, groups);
    for (RequestCheck check : checks) {
      check.detect(request, groups, detections);
    }
    return detections;
  }

  private void detectRepeatedCalls(Request request, StatementGroups groups) {
    for (int i = 0; i < groups.calls(); i++) {
      StatementGroup call = groups.call(i);
      if (call.executions() > 1) {
        repeated.reset(request, call, groups);
        for (RequestCheck check : checks) {
          Detection detection = check.detectCall(repeated);
          if (detection != null) {
            detections.add(detection);
            break;
          }
        }
      }
    }
  }

  private @Nullable Detection detectRepeated(
      Request request, StatementGroup group, StatementGroups groups) {
    StatementKind kind = group.kind();
    if (kind == StatementKind.INFRASTRUCTURE
        || kind == StatementKind.TRANSACTION
        || kind == StatementKind.DDL
        || FalsePositives.isOncePerDataSource(request, group)) {
      return null;
    }
    repeated.reset(request, group, groups);
    for (RequestCheck check : checks) {
      Detection detection = check.detect(repeated);
      if (detection != null) {
        return detection;
      }
    }
    return null;
  }
}
