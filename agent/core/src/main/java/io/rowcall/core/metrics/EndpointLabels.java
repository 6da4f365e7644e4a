package io.rowcall.core.metrics;

import io.rowcall.core.record.Aggregate;
import java.util.HashSet;
import java.util.Set;

/**
 * Bounds the values of the label {@code endpoint}: the first {@value #MAX} endpoints keep their own
 * for good, so that no counter ever decreases; the others share one.
 */
final class EndpointLabels {
  static final int MAX = 200;

  private final Set<String> own = new HashSet<String>();

  String of(String endpoint) {
    if (own.contains(endpoint)) {
      return endpoint;
    }
    if (own.size() < MAX) {
      own.add(endpoint);
      return endpoint;
    }
    return Aggregate.OTHER;
  }
}
