package io.rowcall.core.findings;

import io.rowcall.boot.request.Request;
import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;
import io.rowcall.core.findings.request.StatementGroups;
import io.rowcall.core.sql.Dialect;
import java.util.Arrays;
import java.util.List;

/**
 * A request that works for longer than the setting {@code slow-request}: a stream is not slow, and
 * neither is an asynchronous request that no thread works for. Saves nothing by itself: the other
 * findings say what part of its time is avoidable.
 */
final class SlowRequest extends RequestCheck {
  private final long maxNanos;

  SlowRequest(Config config) {
    super("slow-request");
    maxNanos = config.nanos(Setting.SLOW_REQUEST);
  }

  @Override
  void detect(Request request, StatementGroups groups, List<Detection> detections) {
    if (request.workNanos() > maxNanos) {
      long nanos = request.endNanos - request.startNanos;
      detections.add(Detection.of(this).repeats(request.log.executions(), 0).typicalNanos(nanos));
    }
  }

  @Override
  String describe(FindingStats finding) {
    return "Slow request: " + finding.endpoint;
  }

  @Override
  List<String> advise(FindingStats finding, Dialect dialect) {
    return Arrays.asList("Its executions show how much of the time is spent in the database.");
  }

  @Override
  boolean isAboutTime() {
    return true;
  }
}
