package io.rowcall.boot.request;

/** Resets the static state of the hot path between the engines of two tests. */
public final class EngineChange {
  private EngineChange() {}

  /** Clears the statements of the last engine. */
  public static void forgetStatements() {
    for (int i = 0; i < SqlCache.CACHE.length(); i++) {
      SqlCache.CACHE.set(i, null);
    }
  }

  /** Clears the demands of all endpoints. */
  public static void forgetEndpoints() {
    CallSiteDemands.clear();
  }

  /** Resets the count of executions that were not recorded. */
  public static void forgetUnrecorded() {
    RequestQueue.UNRECORDED.reset();
  }

  /** Whether any request has its columns watched. */
  public static boolean watchesColumns() {
    return ColumnValues.watching;
  }
}
