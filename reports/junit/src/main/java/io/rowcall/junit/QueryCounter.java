package io.rowcall.junit;

import org.jspecify.annotations.Nullable;

/**
 * Counts the queries of a block of code, with any test framework or none:
 *
 * <pre>{@code
 * Queries queries = QueryCounter.record(() -> shop.orders());
 * assertEquals(2, queries.total(), queries::toString);
 * }</pre>
 *
 * <p>Queries on other threads count as well, as far as the agent propagates the context. Within a
 * counted test, queries count for both.
 */
public final class QueryCounter {
  private QueryCounter() {}

  /** The block of code to record. */
  @FunctionalInterface
  public interface Work<E extends Exception> {
    void run() throws E;
  }

  /**
   * Runs the code on this thread and returns its queries. The request is named after the caller.
   */
  public static <E extends Exception> Queries record(Work<E> work) throws E {
    return record(caller(), work);
  }

  /**
   * Runs the code on this thread and returns its queries.
   *
   * @param name of the request in the report
   * @throws IllegalStateException if there is no agent and none can be attached, or it is disabled
   */
  public static <E extends Exception> Queries record(String name, Work<E> work) throws E {
    Recording recording = AgentBridge.start(name, true);
    if (recording == null) {
      throw new IllegalStateException(
          "Rowcall is disabled by rowcall.enabled and cannot count queries");
    }
    try {
      work.run();
    } catch (Throwable failure) {
      recording.end();
      throw failure;
    }
    return recording.end();
  }

  private static String caller() {
    @Nullable String name =
        StackWalker.getInstance()
            .walk(
                frames ->
                    frames
                        .filter(f -> !f.getClassName().equals(QueryCounter.class.getName()))
                        .map(f -> f.getClassName().replace('$', '.') + "." + f.getMethodName())
                        .findFirst()
                        .orElse(null));
    return name == null ? "recorded" : name;
  }
}
