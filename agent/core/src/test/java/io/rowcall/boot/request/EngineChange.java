package io.rowcall.boot.request;

/** What a test does before it puts another engine in place, as no JVM in production does. */
public final class EngineChange {
  private EngineChange() {}

  /** The statements of one engine mean nothing to the next. */
  public static void forgetStatements() {
    for (int i = 0; i < SqlCache.CACHE.length(); i++) {
      SqlCache.CACHE.set(i, null);
    }
  }

  /** What a new JVM knows of endpoints. */
  public static void forgetEndpoints() {
    CallSiteDemands.clear();
  }

  /** As if every execution had been recorded. */
  public static void forgetUnrecorded() {
    RequestQueue.UNRECORDED.reset();
  }

  /** Whether any request has its columns watched. */
  public static boolean watchesColumns() {
    return ColumnValues.watching;
  }
}
