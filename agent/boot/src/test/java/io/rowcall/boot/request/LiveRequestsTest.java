package io.rowcall.boot.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

final class LiveRequestsTest {

  @Test
  void countsExecutionsOfOpenRequests() {
    var live = new LiveRequests();
    var idle = new Request();
    var request = new Request();
    live.add(idle);
    live.add(request);
    request.begin("GET", "/a");
    request.log.append(SqlStatement.OTHER, 0, 1, 0, 0, false);

    assertEquals(1, live.openRequests());
    assertEquals(1, live.openExecutions());

    request.clear();

    assertEquals(0, live.openRequests());
    assertEquals(0, live.openExecutions());
    assertFalse(idle.isOpen()); // Reachable until here: the list holds it weakly.
  }
}
