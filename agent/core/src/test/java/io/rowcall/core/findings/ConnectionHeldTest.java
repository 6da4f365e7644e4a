package io.rowcall.core.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ConnectionHeldTest {
  private static final String OWNERS = "SELECT id FROM owner";

  @Test
  void namesThePool() {
    var finding =
        Findings.only(
            Findings.ofConnections(3, s -> s.on(1, () -> s.select(OWNERS, 3).pause(150))));
    assertEquals(Verdict.LIKELY, finding.verdict());
    assertEquals(
        "Connection held idle: a connection of pool 1. Shorten the transaction: acquire the"
            + " connection late and release it early.",
        Findings.text(finding).sentence);
  }

  @Test
  void ignoresAConnectionThatIsBusyHalfOfTheTime() {
    assertEquals(
        List.of(),
        Findings.ofConnections(3, s -> s.on(1, () -> s.taking(160).select(OWNERS, 3).pause(150))));
  }

  @Test
  void ignoresAShortPause() {
    assertEquals(
        List.of(), Findings.ofConnections(3, s -> s.on(1, () -> s.select(OWNERS, 3).pause(90))));
  }
}
