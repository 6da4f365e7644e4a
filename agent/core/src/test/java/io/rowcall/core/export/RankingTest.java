package io.rowcall.core.export;

import static io.rowcall.core.record.Script.execute;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.format.Finding;
import io.rowcall.format.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Order of findings: the largest saving first, suspects without a saving last. */
final class RankingTest {
  @TempDir private Path folder;

  @Test
  void ranksASlowRequestOfAColdJvmLast() throws IOException {
    Report report =
        requireNonNull(
            Recorded.report(
                folder,
                "slow-request=1ms",
                script ->
                    script.request(
                        "/owners",
                        () -> {
                          execute("SELECT * FROM settings", 3);
                          execute("SELECT * FROM settings", 3);
                          long start = System.nanoTime();
                          while (System.nanoTime() - start < 3_000_000) {
                            Thread.onSpinWait();
                          }
                        })));
    List<Finding> findings = report.findings;
    assertEquals(
        List.of("duplicate confirmed", "slow-request suspect"),
        findings.stream().map(finding -> finding.type + " " + finding.verdict).toList());
    assertEquals(0, findings.get(1).avoidableMillis);
    var endpoint = report.endpoints.get(0);
    assertEquals(findings.get(0).avoidableExecutions, endpoint.avoidableExecutions);
    assertEquals(findings.get(0).avoidableMillis, endpoint.avoidableMillis, 1e-9);
  }
}
