package io.rowcall.core.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SlowRequestTest {
  private static final String OWNERS = "SELECT id FROM owner";

  @Test
  void namesTheEndpoint() {
    var finding = Findings.only(9, s -> s.select(OWNERS, 3).pause(1_200));
    assertEquals(Verdict.CONFIRMED, finding.verdict());
    assertEquals(
        "Slow request: GET /scenario. Its executions show how much of the time is spent in the"
            + " database.",
        Findings.text(finding).sentence);
  }

  @Test
  void ignoresAFasterOne() {
    assertEquals(List.of(), Findings.of(s -> s.select(OWNERS, 3).pause(900)));
  }
}
