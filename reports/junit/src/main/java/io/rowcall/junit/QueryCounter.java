package io.rowcall.junit;

import org.jspecify.annotations.Nullable;

/**
 * Counts the queries of a stretch of code, in any test framework or none:
 *
 * <pre>{@code
 * Queries queries = QueryCounter.record(() -> shop.orders());
 * assertEquals(2, queries.total(), queries::toString);
 * }</pre>
 *
 * <p>What the code has other threads do for it counts as well, as far as the agent follows it.
 * Inside of a test that is counted itself, it counts for both.
 */
public final class QueryCounter {
  private QueryCounter() {}

  /** What is recorded. */
  @FunctionalInterface
  public interface Work<E extends Exception> {
    void run() throws E;
  }

  /** Runs the code on this thread and gives its queries, as a request named after its caller. */
  public static <E extends Exception> Queries record(Work<E> work) throws E {
    return record(caller(), work);
  }

  /**
   * Runs the code on this thread and gives its queries.
   *
   * @param name what the report calls the request
   * @throws IllegalStateException when there is no agent and none can be attached
   */
  public static <E extends Exception> Queries record(String name, Work<E> work) throws E {
    Recording trial = AgentBridge.begin(name, true);
    if (trial == null) {
      throw new IllegalStateException(
          "Rowcall is switched off by rowcall.enabled, and counts nothing");
    }
    try {
      work.run();
    } catch (Throwable failure) {
      trial.end();
      throw failure;
    }
    return trial.end();
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
