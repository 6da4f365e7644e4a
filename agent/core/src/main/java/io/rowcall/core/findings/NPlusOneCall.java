package io.rowcall.core.findings;

import io.rowcall.boot.request.CallKind;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.findings.nplusone.RepeatedStatement;
import io.rowcall.core.sql.Dialect;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command to another service, such as Redis or MongoDB, made once for each element of a list. */
final class NPlusOneCall extends RequestCheck {
  NPlusOneCall() {
    super("n+1-call");
  }

  @Override
  @Nullable Detection detectCall(RepeatedStatement call) {
    CallKind kind = call.group().statement().callKind;
    return kind == CallKind.HTTP || kind == CallKind.OTHER
        ? null
        : RepeatedCalls.detection(this, call);
  }

  @Override
  Verdict verdict(FindingStats finding) {
    return RepeatedCalls.verdict(finding);
  }

  @Override
  String describe(FindingStats finding) {
    return RepeatedCalls.describe("N+1 call", finding);
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
    SqlStatement call = finding.statement;
    CallKind kind = call == null || call.callKind == null ? CallKind.OTHER : call.callKind;
    switch (kind) {
      case REDIS:
        return Collections.singletonList(
            "Read all keys with one MGET or HMGET, or send the commands in one pipeline.");
      case MONGODB:
        return Collections.singletonList(
            call != null && (call.text.startsWith("find ") || call.text.startsWith("aggregate "))
                ? "Read all documents with one find and $in over the keys, or join with $lookup."
                : "Write all documents with one bulkWrite, or insertMany.");
      case CASSANDRA:
        return Collections.singletonList(
            "Model a partition that has all rows, or send the queries at the same time.");
      default:
        return Collections.singletonList(
            "Add a method that takes all elements, or send the calls at the same time.");
    }
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
