package io.rowcall.agent;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class ThreadsIT extends ThreadsContract {
  private static final int REQUESTS = 200;

  @Override
  ServiceCommand command(Path folder) {
    return ServiceCommand.of("threads", folder);
  }

  @Test
  void attributeFiftyThousandTasksOfTwoHundredRequestsAtOnce() throws Exception {
    assertEveryRequestExact("storm", REQUESTS, REQUESTS, i -> 250);
  }

  @Test
  @Tag("compat")
  void attributeAMillionTasksOfTwoHundredRequestsAtOnce() throws Exception {
    assertEveryRequestExact("storm", REQUESTS, REQUESTS, i -> 5_000);
  }
}
