package io.rowcall.it.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.it.support.Jdks;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.ServiceResponse;
import io.rowcall.it.support.Shows;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Deadlock check: one request starts far more virtual threads than there are carriers. Since Java
 * 24, an unmounted virtual thread can become the owner of a monitor; a carrier that blocks on that
 * monitor then waits forever, and the service with it.
 */
@Shows(Promise.VIRTUAL_THREADS)
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
  void completesAndCountsExactly(Path jdk, int carriers) throws Exception {
    assertCountsExactly(jdk, carriers, FEW, FEW_ROUNDS);
  }

  @Tag("compat")
  @ParameterizedTest(name = "{0}, {1} carriers")
  @MethodSource("javas")
  void completesAndCountsExactlyForALongTime(Path jdk, int carriers) throws Exception {
    assertCountsExactly(jdk, carriers, MANY, MANY_ROUNDS);
  }

  private void assertCountsExactly(Path jdk, int carriers, int threads, int rounds)
      throws Exception {
    String driverExecutions;
    try (ServiceProcess service =
        ServiceCommand.of("threads", folder)
            .onJdk(jdk)
            .jvmArg("-Djdk.virtualThreadScheduler.parallelism=" + carriers)
            .jvmArg("-Djdk.virtualThreadScheduler.maxPoolSize=" + carriers)
            .start()) {
      for (int round = 0; round < rounds; round++) {
        ServiceResponse response = service.get("/crowd/" + threads);
        assertEquals(200, response.status(), response.text());
        assertEquals(2 * threads + "", response.header("X-Query-Count"));
      }
      driverExecutions = service.get("/executions").text();
      service.exit();
      assertEquals(List.of(), service.agentLines());
    }
    Report report = Report.in(folder);
    assertEquals(Long.parseLong(driverExecutions), report.total("executions"), report::totals);
    assertEquals(0, report.total("lateExecutions"), report::totals);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
    assertEquals(2L * threads * rounds, report.endpoint("/crowd").at("/executions/total").asLong());
  }
}
