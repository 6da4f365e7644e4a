package io.rowcall.load.service;

import java.util.OptionalInt;

/**
 * Response to one call.
 *
 * @param executions the agent's {@code X-Query-Count}, if present
 * @param cacheHit the agent's {@code X-Cache-Hit}; false if absent
 */
public record Sample(int status, String body, OptionalInt executions, boolean cacheHit) {

  public boolean failed() {
    return status >= 500;
  }
}
