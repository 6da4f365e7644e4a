package io.rowcall.it.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.it.support.Answer;
import io.rowcall.it.support.Jdks;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One request starts more virtual threads than there are carriers for. Since Java 24 a thread may
 * be made the owner of a monitor while no carrier has it: a carrier that waits for that monitor
 * waits for ever, and with it the service.
 */
final class VirtualThreadCrowdIT {
  private static final int FEW = 30_000;
  private static final int MANY = 100_000;
  private static final int FEW_ROUNDS = 3;
  private static final int MANY_ROUNDS = Integer.getInteger("rowcall.crowd.rounds", 5);

  @TempDir private Path folder;

  static Stream<Arguments> javas() {
    return Jdks.withVirtualThreads().flatMap(jdk -> Stream.of(1, 2).map(n -> Arguments.of(jdk, n)));
  }

  @ParameterizedTest(name = "{0}, {1} carriers")
  @MethodSource("javas")
  void goesOnAndIsCountedExactly(Path jdk, int carriers) throws Exception {
    assertCounted(jdk, carriers, FEW, FEW_ROUNDS);
  }

  @Tag("compat")
  @ParameterizedTest(name = "{0}, {1} carriers")
  @MethodSource("javas")
  void goesOnForALongTimeAndIsCountedExactly(Path jdk, int carriers) throws Exception {
    assertCounted(jdk, carriers, MANY, MANY_ROUNDS);
  }

  private void assertCounted(Path jdk, int carriers, int threads, int rounds) throws Exception {
    String spied;
    try (ServiceProcess service =
        ServiceCommand.of("threads", folder)
            .on(jdk)
            .jvm("-Djdk.virtualThreadScheduler.parallelism=" + carriers)
            .jvm("-Djdk.virtualThreadScheduler.maxPoolSize=" + carriers)
            .start()) {
      for (int round = 0; round < rounds; round++) {
        Answer answer = service.get("/crowd/" + threads);
        assertEquals(200, answer.status(), answer.text());
        assertEquals(2 * threads + "", answer.header("X-Query-Count"));
      }
      spied = service.get("/spied").text();
      service.exit();
      assertEquals(List.of(), service.agentLines());
    }
    Report report = Report.in(folder);
    assertEquals(Long.parseLong(spied), report.total("executions"), report::totals);
    assertEquals(0, report.total("lateExecutions"), report::totals);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
    assertEquals(2L * threads * rounds, report.endpoint("/crowd").at("/executions/total").asLong());
  }
}
