package io.rowcall.core.findings;

/** The kinds of things worth fixing. */
public enum FindingClass {
  N_PLUS_ONE_SELECT("n+1-select"),
  N_PLUS_ONE_WRITE("n+1-write"),
  SMALL_BATCH("small-batch"),
  DUPLICATE("duplicate"),
  SLOW_QUERY("slow-query"),
  SLOW_REQUEST("slow-request"),
  TOO_MANY_QUERIES("too-many-queries"),
  SEQUENTIAL_QUERIES("sequential-queries"),
  LARGE_RESULT("large-result"),
  POOL_WAIT("pool-wait"),
  CONNECTION_HELD("connection-held"),
  CONNECTION_LEAK("connection-leak"),
  LOW_CACHE_HIT_RATIO("low-cache-hit-ratio");

  private final String text;

  FindingClass(String text) {
    this.text = text;
  }

  /** As reports and budgets spell it. */
  public String text() {
    return text;
  }

  /**
   * Whether it is about how long something took, which a JVM that warms up takes longer for, and
   * not about how often it was done.
   */
  public boolean isAboutTime() {
    switch (this) {
      case SLOW_QUERY:
      case SLOW_REQUEST:
      case SEQUENTIAL_QUERIES:
      case POOL_WAIT:
      case CONNECTION_HELD:
        return true;
      default:
        return false;
    }
  }

  /** Whether it is about something done row by row. */
  public boolean isNPlusOne() {
    return this == N_PLUS_ONE_SELECT || this == N_PLUS_ONE_WRITE;
  }
}
