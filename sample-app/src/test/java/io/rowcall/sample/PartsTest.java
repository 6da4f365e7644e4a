package io.rowcall.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.sample.catalog.Endpoint;
import io.rowcall.sample.catalog.Form;
import io.rowcall.sample.catalog.Visit;
import io.rowcall.sample.data.Volumes;
import io.rowcall.sample.wiring.Applied;
import io.rowcall.sample.wiring.Parts;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each part of the optimization, enabled in the baseline or disabled in the optimized form. */
class PartsTest {

  private static final Visit HOT = new Visit(0, 1, 1);
  private static final List<Endpoint> READS =
      Arrays.stream(Endpoint.values()).filter(Endpoint::cached).toList();

  @Test
  void answersTheSameWithEveryPartInTheBaseline() throws Exception {
    var everything = new Parts(Applied.BOTH, Applied.BOTH, Applied.BOTH);
    try (RunningApp plain = RunningApp.onH2();
        RunningApp parts = RunningApp.onH2(options -> options.withParts(everything))) {
      for (Endpoint endpoint : READS) {
        var call = endpoint.call(Form.BASELINE, HOT);
        var expected = RunningApp.comparable(plain.send(call), endpoint);
        parts.spy().reset();
        assertEquals(expected, RunningApp.comparable(parts.send(call), endpoint));
        assertEquals(
            endpoint.executions(Form.BASELINE, Volumes.SMALL),
            parts.spy().executions(),
            () -> endpoint + ": none of the parts saves a statement the first time");
        parts.spy().reset();
        assertEquals(expected, RunningApp.comparable(parts.send(call), endpoint));
        assertEquals(0, parts.spy().executions(), () -> endpoint + " again");
      }
    }
  }

  @Test
  void invalidatesTheBaselinesResponsesOfAUserWhoWrites() throws Exception {
    try (RunningApp app =
        RunningApp.onH2(options -> options.withParts(Parts.DEFAULT.withCache(Applied.BOTH)))) {
      var read = Endpoint.BOT_SETTINGS.call(Form.BASELINE, HOT);
      app.send(read);
      app.send(Endpoint.SAVE_BOT_SETTINGS.call(Form.BASELINE, HOT));
      assertTrue(app.send(read).body().contains("Notes 1"));
    }
  }

  @Test
  void runsTheOptimizedFormWithoutAnyPart() throws Exception {
    var nothing = new Parts(Applied.NONE, Applied.NONE, Applied.NONE);
    try (RunningApp plain = RunningApp.onH2();
        RunningApp parts = RunningApp.onH2(options -> options.withParts(nothing))) {
      for (Endpoint endpoint : READS) {
        var call = endpoint.call(Form.OPTIMIZED, HOT);
        assertEquals(
            RunningApp.comparable(plain.send(call), endpoint),
            RunningApp.comparable(parts.send(call), endpoint));
        assertTrue(parts.executionsOf(call) > 0, () -> endpoint + " again");
      }
    }
  }
}
