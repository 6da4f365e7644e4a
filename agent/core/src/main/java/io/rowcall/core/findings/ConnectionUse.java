package io.rowcall.core.findings;

import io.rowcall.boot.request.ConnectionLog;
import io.rowcall.boot.request.Request;
import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;
import java.util.List;

/**
 * Judges what a request did with its connections: waited for one, kept one while it did something
 * else, or never gave one back.
 */
final class ConnectionUse {
  private final long waitNanos;
  private final long heldNanos;

  ConnectionUse(Config config) {
    waitNanos = config.nanos(Setting.POOL_WAIT);
    heldNanos = config.nanos(Setting.CONNECTION_HELD);
  }

  /** Adds one finding of a kind at most: the worst. */
  void judge(Request request, List<Detection> found) {
    ConnectionLog holds = request.holds();
    if (holds.size() == 0) {
      return;
    }
    waited(holds, found);
    held(request, holds, found);
    leaked(holds, found);
  }

  private void waited(ConnectionLog holds, List<Detection> found) {
    if (holds.waitNanos() <= waitNanos) {
      return;
    }
    int longest = 0;
    for (int row = 1; row < holds.size(); row++) {
      if (holds.waitNanos(row) > holds.waitNanos(longest)) {
        longest = row;
      }
    }
    found.add(
        new Detection(FindingClass.POOL_WAIT, holds.pool(longest), holds.site(longest))
            .repeats(holds.size(), 0)
            .each(holds.waitNanos(), false)
            .saves(0, holds.waitNanos()));
  }

  private void held(Request request, ConnectionLog holds, List<Detection> found) {
    int worst = -1;
    long most = heldNanos - 1;
    for (int row = 0; row < holds.size(); row++) {
      if (!holds.isHeld(row)) {
        continue;
      }
      long hold = holds.heldNanos(row, request.endNanos);
      long idle = hold < heldNanos ? 0 : hold - busyNanos(request, holds.start(row), hold);
      if (idle > most && idle >= hold - idle) {
        most = idle;
        worst = row;
      }
    }
    if (worst >= 0) {
      found.add(
          new Detection(FindingClass.CONNECTION_HELD, holds.pool(worst), holds.site(worst))
              .verdict(Verdict.SUSPECT)
              .repeats(holds.size(), 0)
              .each(most, false));
    }
  }

  /**
   * What the request executed while it held the connection, on whichever; also when the log of
   * executions was too short to tell.
   */
  private static long busyNanos(Request request, long start, long hold) {
    if (request.folded() != null) {
      return hold;
    }
    long busy = 0;
    for (int row = 0; row < request.logged(); row++) {
      long from = Math.max(0, request.starts[row] - start);
      long to = Math.min(hold, request.starts[row] + request.elapsed[row] - start);
      busy += Math.max(0, to - from);
    }
    return Math.min(busy, hold);
  }

  private static void leaked(ConnectionLog holds, List<Detection> found) {
    int open = -1;
    int count = 0;
    for (int row = 0; row < holds.size(); row++) {
      if (holds.isOpen(row)) {
        count++;
        if (open < 0 || holds.site(open) == null) {
          open = row;
        }
      }
    }
    if (open >= 0) {
      found.add(
          new Detection(FindingClass.CONNECTION_LEAK, holds.pool(open), holds.site(open))
              .verdict(Verdict.LIKELY)
              .repeats(count, 0));
    }
  }
}
