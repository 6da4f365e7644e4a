package io.rowcall.bench.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.bench.trial.Settling.Settled;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestTrialTest {
  @ParameterizedTest
  @EnumSource
  void measuresEachDatabase(Database database) throws Exception {
    Settled settled = RequestTrial.measure(database, Wrapper.NONE, 20, 2, new Settling(1, 3));
    assertEquals(3, settled.batches().size());
    assertTrue(settled.bytes() > 0);
    assertTrue(settled.cpuNanos() > 0);
    assertTrue(settled.warmUp() > 0);
  }

  @ParameterizedTest
  @EnumSource
  void measuresEachWrapper(Wrapper wrapper) throws Exception {
    assertTrue(RequestTrial.measure(Database.H2, wrapper, 1, 1, new Settling(1, 1)).bytes() > 0);
  }
}
