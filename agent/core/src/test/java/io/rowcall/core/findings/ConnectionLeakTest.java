package io.rowcall.core.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ConnectionLeakTest {
  private static final String OWNERS = "SELECT id FROM owner";

  @Test
  void namesThePool() {
    var finding =
        Findings.only(Findings.ofConnections(1, s -> s.leaking(() -> s.select(OWNERS, 3))));
    assertEquals(Verdict.LIKELY, finding.verdict());
    assertEquals(
        "Connection leak: 1 connection of orders not closed. Close it on every path:"
            + " try (Connection connection = …).",
        Findings.text(finding).sentence);
  }

  @Test
  void ignoresAClosedConnection() {
    assertEquals(List.of(), Findings.ofConnections(1, s -> s.on(1, () -> s.select(OWNERS, 3))));
  }
}
