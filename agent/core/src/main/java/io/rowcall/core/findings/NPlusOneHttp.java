package io.rowcall.core.findings;

import io.rowcall.boot.request.CallKind;
import io.rowcall.core.findings.nplusone.RepeatedStatement;
import io.rowcall.core.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An HTTP call that a request makes once for each row or element of a list. */
final class NPlusOneHttp extends RequestCheck {
  NPlusOneHttp() {
    super("n+1-http");
  }

  @Override
  @Nullable Detection detectCall(RepeatedStatement call) {
    return call.group().statement().callKind == CallKind.HTTP
        ? RepeatedCalls.detection(this, call)
        : null;
  }

  @Override
  Verdict verdict(FindingStats finding) {
    return RepeatedCalls.verdict(finding);
  }

  @Override
  String describe(FindingStats finding) {
    return RepeatedCalls.describe("N+1 HTTP", finding);
  }

  @Override
  void addEvidence(FindingStats finding, List<String> evidence) {
    RepeatedCalls.addEvidence(finding, evidence);
  }

  @Override
  List<String> advise(FindingStats finding, Dialect dialect) {
    return RepeatedCalls.advise(finding, advice(finding));
  }

  private static List<String> advice(FindingStats finding) {
    List<String> lines = new ArrayList<String>(3);
    if (finding.statement != null && finding.statement.text.startsWith("GET ")) {
      lines.add(
          "Fetch them with one request: a list of ids in the query, or a collection resource.");
      lines.add(
          "If the service has none, cache its responses, or send the calls at the same time.");
    } else {
      lines.add("Send them as one request whose body has all elements.");
      lines.add("If the service has no such resource, send the calls at the same time.");
    }
    return lines;
  }

  @Override
  public boolean isNPlusOne() {
    return true;
  }

  @Override
  public boolean isAboutCalls() {
    return true;
  }
}
