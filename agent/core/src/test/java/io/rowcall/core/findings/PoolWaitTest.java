package io.rowcall.core.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class PoolWaitTest {
  private static final String OWNERS = "SELECT id FROM owner";

  @Test
  void namesThePool() {
    var finding = Findings.only(Findings.ofConnections(3, waiting(80)));
    assertEquals(Verdict.LIKELY, finding.verdict());
    var text = Findings.text(finding);
    assertEquals(
        "Pool wait: waits for a connection of orders. Release connections sooner before you make"
            + " the pool larger.",
        text.sentence);
    assertTrue(
        text.evidence.contains("waits 80 ms in the median request, 80 ms at most"),
        text.evidence::toString);
  }

  @Test
  void isSuspectInAFewWarmRequests() {
    assertEquals(Verdict.SUSPECT, Findings.only(Findings.ofConnections(2, waiting(80))).verdict());
  }

  @Test
  void ignoresAShortWait() {
    assertEquals(List.of(), Findings.ofConnections(3, waiting(40)));
  }

  private static Consumer<Story> waiting(long millis) {
    return s -> s.waiting(millis, () -> s.select(OWNERS, 3));
  }
}
