package io.rowcall.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.boot.HttpHooks;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.config.Config;
import java.io.File;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

final class DroppedRequestsTest {
  private final Config config =
      Config.read(null, new Properties(), Map.of(), new File("no-such-folder"));
  private final SilentRecorder recorder = new SilentRecorder();
  private final Script script = new Script(config, recorder);

  @Test
  void aRequestThatCannotBeAggregatedIsCounted() {
    var broken = new SqlStatement(1, 7, "SELECT 1 FROM a", "no normalized SQL");
    Request request = Objects.requireNonNull(HttpHooks.enter(null, "GET", "/broken"));
    for (int i = 0; i < 20; i++) {
      request.log.append(broken, System.nanoTime(), 1, 7, 0, false);
    }
    HttpHooks.leave(request);
    HttpHooks.end(request, 200, false);

    script.figures();

    assertEquals(1, script.engine().droppedRequests());
    assertEquals(1, script.engine().suppressedErrors());
  }

  @Test
  void aRequestWhoseRecorderFailsIsCountedAllTheSame() {
    recorder.fails = true;

    Aggregate figures = script.request("/a", () -> {}).figures();

    assertEquals(1, figures.requests);
    assertEquals(0, script.engine().droppedRequests());
    assertEquals(1, script.engine().suppressedErrors());
  }

  private static final class SilentRecorder implements Recorder {
    boolean fails;

    @Override
    public void finished(Request request, String endpoint) {
      if (fails) {
        throw new IllegalStateException("planned");
      }
    }

    @Override
    public Object figures(Request request, String endpoint, RecordingEngine engine) {
      return endpoint;
    }

    @Override
    public void firstSuppressed(Throwable error) {}

    @Override
    public void period(RecordingEngine engine) {}

    @Override
    public void end(RecordingEngine engine) {}
  }
}
