package io.rowcall.sample.load;

import java.util.OptionalInt;

/**
 * What one call brought back.
 *
 * @param executions from the agent's {@code X-Query-Count}, when it is there
 * @param cacheHit from the agent's {@code X-Cache-Hit}; false when it is not there
 */
record Sample(int status, String body, OptionalInt executions, boolean cacheHit) {

  boolean failed() {
    return status >= 500;
  }
}
