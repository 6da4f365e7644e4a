package io.rowcall.core.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.boot.request.CallKind;
import io.rowcall.core.record.SitesOfTests;
import io.rowcall.core.sql.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NPlusOneHttpTest {
  private static final String ITEM = "GET stock.example/items/{id}";
  private static final String HTTP = "n+1-http ";

  @Test
  void namesTheCallAndTheQueryForWhoseRowsItIsMade() {
    var finding =
        Findings.only(
            s ->
                s.select("SELECT item_id FROM order_line", 20)
                    .at(SitesOfTests.at("Orders", 29))
                    .each(20, i -> s.calls(CallKind.HTTP, ITEM, i)));
    assertEquals(
        "N+1 HTTP: GET stock.example/items/{id} ×20 (20 distinct) at Orders.java:29, for the 20"
            + " rows of SELECT order_line. Fetch them with one request: a list of ids in the"
            + " query, or a collection resource.",
        FindingText.of(finding, Dialect.GENERIC).sentence);
    assertEquals(Verdict.CONFIRMED, finding.verdict());
    assertEquals(19, finding.avoidableExecutions);
  }

  @Test
  void isLikelyInATightLoopAndSuspectOtherwise() {
    assertEquals(List.of(HTTP + "likely ?"), found(10));
    assertEquals(List.of(HTTP + "suspect ?"), found(5));
    assertEquals(List.of(), found(4));
  }

  private static List<String> found(int calls) {
    return Findings.of(s -> s.each(calls, i -> s.calls(CallKind.HTTP, ITEM, i)));
  }

  @Test
  void advisesToKeepTheResponseOfEqualCalls() {
    var finding = Findings.only(s -> s.each(10, i -> s.calls(CallKind.HTTP, ITEM, "one")));
    assertEquals(
        List.of("Call it once, and keep the response for the request."),
        finding.check.advise(finding, Dialect.GENERIC));
  }

  @Test
  void ignoresRetriesAndPolling() {
    assertEquals(
        List.of(),
        Findings.of(s -> s.failing(() -> s.each(20, i -> s.calls(CallKind.HTTP, ITEM, i)))));
    assertEquals(
        List.of(), Findings.of(s -> s.each(20, i -> s.calls(CallKind.HTTP, ITEM, 1).pause(30))));
  }

  @Test
  void leavesTheFindingsOfSqlAlone() {
    assertEquals(
        List.of(HTTP + "confirmed ? for owner", "n+1-select confirmed pet for owner"),
        Findings.of(
            s ->
                s.select("SELECT id FROM owner", 9)
                    .each(
                        9,
                        i -> {
                          s.select("SELECT * FROM pet WHERE owner_id = ?", 1, i);
                          s.calls(CallKind.HTTP, ITEM, i);
                        })));
  }
}
