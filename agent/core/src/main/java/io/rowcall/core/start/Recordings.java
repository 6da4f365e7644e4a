package io.rowcall.core.start;

import io.rowcall.boot.context.Recording;
import io.rowcall.boot.request.Engine;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Entry point for test frameworks: records a test as a request. Uses types of the JDK only, because
 * the caller lives in another class loader.
 *
 * <p>{@code apply(name, nested)} starts a request {@code TEST name} on the calling thread. A nested
 * one also counts for the request that is active on that thread. The returned {@link Callable} must
 * be called on the same thread. It ends the request, waits at most six seconds for it and for the
 * requests that servers in this JVM have started since, and returns:
 *
 * <pre>
 * requests  List: a RecordingSnapshot of each, in the order in which they ended
 * doubtful  Integer: requests that this test or another one may have caused; they count for neither
 * missing   Integer: requests that are still running
 * </pre>
 */
public final class Recordings
    implements BiFunction<String, Boolean, Callable<Map<String, Object>>> {
  private Recordings() {}

  /** Null if the agent is disabled or failed to start. */
  public static @Nullable Recordings get() {
    try {
      return Engine.current() == null ? null : new Recordings();
    } catch (NoClassDefFoundError notStarted) {
      return null; // The hot path is defined only when the agent starts.
    }
  }

  @Override
  public Callable<Map<String, Object>> apply(String name, Boolean nested) {
    return new End(Recording.begin(name, nested));
  }

  private static final class End implements Callable<Map<String, Object>> {
    private final Recording recording;

    End(Recording recording) {
      this.recording = recording;
    }

    @Override
    public Map<String, Object> call() {
      recording.end();
      Map<String, Object> result = new HashMap<String, Object>();
      result.put("requests", Arrays.asList(recording.snapshots()));
      result.put("doubtful", recording.ambiguous());
      result.put("missing", recording.pending());
      return result;
    }
  }
}
