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
 * Where a test becomes a request, in types of the JDK.
 *
 * <p>{@code apply(name, part)} begins a request {@code TEST name} on the calling thread: one that
 * is a part of what the thread does already and counts for that as well, or a test of its own. The
 * {@link Callable} that it gives ends it, on the same thread, waits for it and for the requests
 * that servers of this JVM have begun to serve since, at most six seconds, and tells:
 *
 * <pre>
 * requests  List of the figures of each, as they ended: see TrialFigures
 * doubtful  Integer: requests that this test or another one may have caused, and count for neither
 * missing   Integer: requests that still go on
 * </pre>
 */
public final class Recordings
    implements BiFunction<String, Boolean, Callable<Map<String, Object>>> {
  private Recordings() {}

  /** Null when the agent is switched off, or could not start. */
  public static @Nullable Recordings get() {
    try {
      return Engine.current() == null ? null : new Recordings();
    } catch (NoClassDefFoundError nothingIsWoven) {
      return null; // The hot path is defined only where something is.
    }
  }

  @Override
  public Callable<Map<String, Object>> apply(String name, Boolean part) {
    return new End(Recording.begin(name, part));
  }

  private static final class End implements Callable<Map<String, Object>> {
    private final Recording trial;

    End(Recording trial) {
      this.trial = trial;
    }

    @Override
    public Map<String, Object> call() {
      trial.end();
      Map<String, Object> told = new HashMap<String, Object>();
      told.put("requests", Arrays.asList(trial.snapshots()));
      told.put("doubtful", trial.ambiguous());
      told.put("missing", trial.pending());
      return told;
    }
  }
}
