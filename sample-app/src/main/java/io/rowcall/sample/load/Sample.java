package io.rowcall.sample.load;

import java.util.OptionalInt;

/**
 * What one call brought back.
 *
 * @param executions from the agent's {@code X-Query-Count}, when it is there
 */
record Sample(int status, String body, OptionalInt executions) {

  boolean failed() {
    return status >= 500;
  }
}
