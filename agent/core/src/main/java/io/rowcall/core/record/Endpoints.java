package io.rowcall.core.record;

import io.rowcall.boot.request.Request;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The endpoints that have figures of their own, {@link Limits#ENDPOINTS} at most; the rest is
 * {@value Aggregate#OTHER}. Who queries comes first: when all places are taken, an endpoint that
 * never has executed anything gives up its own, and its figures go to the others. So no scanner of
 * paths can take the places of a service's endpoints, whenever it comes.
 *
 * <p>Not thread-safe: guarded by the {@link Aggregate}. Each place is taken from somebody at most
 * twice, so however many names come by, a request costs one look-up.
 */
final class Endpoints {
  /** Executes nothing, or cannot be found, and no framework knows a route. */
  static final int STRAY = 0;

  /** Executes nothing, at a route that a framework knows. */
  static final int NAMED = 1;

  static final int QUERYING = 2;

  private static final int MAX_STRAYS = Limits.ENDPOINTS / 2;

  final Map<String, EndpointStats> byName = new LinkedHashMap<String, EndpointStats>();
  private final WarmUp warmUp;
  private int strays;
  private long overflowed;

  Endpoints(WarmUp warmUp) {
    this.warmUp = warmUp;
  }

  /** What a request is worth a place for. */
  static int rank(Request request, long executions) {
    boolean found = request.status != 404 && request.status != 405;
    if (executions > 0 && (found || request.route != null)) {
      return QUERYING;
    }
    return request.route != null ? NAMED : STRAY;
  }

  /** The figures of the name, or of the others. */
  EndpointStats of(String name, int rank) {
    EndpointStats known = byName.get(name);
    if (known == null) {
      if (!hasPlace(rank)) {
        overflowed++;
        return others();
      }
      known = new EndpointStats(name, byName.size() < Limits.FAST_HISTOGRAMS, warmUp.isMarked());
      known.rank = rank;
      byName.put(name, known);
      strays += rank == STRAY ? 1 : 0;
    } else if (known.rank < rank) {
      strays -= known.rank == STRAY ? 1 : 0;
      known.rank = rank;
    }
    return known;
  }

  /** The figures of an endpoint that has been one, though it may have given up its place. */
  EndpointStats known(String name) {
    EndpointStats known = byName.get(name);
    return known == null ? others() : known;
  }

  private boolean hasPlace(int rank) {
    if (rank == STRAY && strays >= MAX_STRAYS) {
      return false;
    }
    return byName.size() < Limits.ENDPOINTS || takesOnesPlace(rank);
  }

  /** From the endpoint of the lowest rank that has had the fewest requests. */
  private boolean takesOnesPlace(int rank) {
    EndpointStats least = null;
    for (EndpointStats each : byName.values()) {
      if (each.rank < rank && each.totalExecutions + each.lateExecutions == 0 && !each.found) {
        if (least == null
            || each.rank < least.rank
            || (each.rank == least.rank && each.requests < least.requests)) {
          least = each;
        }
      }
    }
    if (least == null) {
      return false;
    }
    byName.remove(least.name);
    strays -= least.rank == STRAY ? 1 : 0;
    overflowed += least.requests;
    others().addAll(least);
    return true;
  }

  private EndpointStats others() {
    EndpointStats others = byName.get(Aggregate.OTHER);
    if (others == null) {
      others =
          new EndpointStats(
              Aggregate.OTHER, byName.size() < Limits.FAST_HISTOGRAMS, warmUp.isMarked());
      others.rank = QUERYING;
      byName.put(Aggregate.OTHER, others);
    }
    return others;
  }

  /** Requests that are counted at the others. */
  long overflowed() {
    return overflowed;
  }
}
