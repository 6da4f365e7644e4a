package io.rowcall.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.request.ExecutionLog;
import io.rowcall.boot.request.RequestQueue;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.boot.state.DetachedState;
import org.junit.jupiter.api.Test;

final class ResultSetHooksTest {
  @Test
  void countsRowsBeyondTheLogForTheirOwnStatement() {
    var request = RequestQueue.acquire();
    var first = new SqlStatement(1, 0, "SELECT 1 FROM a", null);
    var last = new SqlStatement(2, 0, "SELECT 1 FROM b", null);
    var resultSet = new DetachedState();
    request.log.append(first, 0, 1, 0, 0, false);
    ResultSetHooks.attach(request, first, resultSet);
    while (request.log.overflow() == null) {
      request.log.append(last, 0, 1, 0, 0, false);
    }

    ResultSetHooks.attach(request, last, resultSet);
    for (int i = 0; i < 3; i++) {
      assertTrue(ResultSetHooks.beforeMove(resultSet));
      ResultSetHooks.afterNext(resultSet, true, false);
    }

    assertEquals(ExecutionLog.COMMON_ROWS, request.log.size());
    assertEquals(0, request.log.rowsRead(0));
    assertEquals(3, last.rowsOutside());
  }
}
