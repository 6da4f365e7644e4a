package io.rowcall.it.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.OnJava;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads and executors of Java 17, and the cost of an execution. */
@Covers({"CompletableFuture", "ForkJoin", "Thread", "ThreadPool", "Timer", "WorkerStart"})
@OnJava(17)
final class ThreadsIT extends ThreadsContract {
  private static final int REQUESTS = 200;

  @Override
  ServiceCommand command(Path folder) {
    return ServiceCommand.of("threads", folder);
  }

  @Override
  int javaVersion() {
    return 17;
  }

  @Test
  void allocatesNothingPerExecution(@TempDir Path folder) throws Exception {
    try (ServiceProcess service = command(folder).start()) {
      service.get("/bytes");
      assertEquals("0 0", service.get("/bytes").text());
    }
  }

  @Test
  void attributesFiftyThousandTasksOfTwoHundredConcurrentRequests() throws Exception {
    assertEveryRequestExact("storm", REQUESTS, REQUESTS, i -> 250);
  }

  @Test
  @Tag("compat")
  void attributesAMillionTasksOfTwoHundredConcurrentRequests() throws Exception {
    assertEveryRequestExact("storm", REQUESTS, REQUESTS, i -> 5_000);
  }
}
