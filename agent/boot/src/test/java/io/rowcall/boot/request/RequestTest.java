package io.rowcall.boot.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class RequestTest {
  private static final SqlStatement SELECT = new SqlStatement(1, 7, "SELECT 1 FROM a", null);

  @Test
  void aRecycledBranchIsAPlainRequestAgain() {
    Request root = new Request();
    Request branch = branch(root);
    branch.joins();

    branch.recycle();

    assertSame(branch, branch.root());
    assertFalse(branch.isBranch());
    assertNull(branch.before());
  }

  @Test
  void aRecycledBranchHasNotJoinedItsNextRequest() {
    Request first = new Request();
    Request branch = branch(first);
    branch.joins();
    branch.recycle();

    Request second = new Request();
    branch.branchOff(second.context());

    assertFalse(second.isJoined());
    branch.joins();
    assertTrue(second.isJoined());
  }

  @Test
  void countsWhatABranchHasExecutedThatNeverJoins() {
    Request root = new Request();
    Request branch = branch(root);
    execute(branch, 10);
    execute(branch, 20);
    root.endNanos = 100;

    root.close();

    assertEquals(2, root.executions());
    assertEquals(2, branch.logged());
    assertNull(root.lateRows());
  }

  @Test
  void countsNothingTwiceOfABranchThatJoinsAfterItsRequestHasBeenClosed() {
    Request root = new Request();
    Request branch = branch(root);
    execute(branch, 10);
    root.endNanos = 100;
    root.close();
    execute(branch, 20);

    branch.handOverLate();
    branch.close();

    assertEquals(1, root.executions());
    assertEquals(1, branch.executions());
    assertTrue(branch.late);
  }

  @Test
  void keepsApartWhatHasStartedAfterTheEnd() {
    Request root = new Request();
    Request branch = branch(root);
    root.endNanos = 100;
    execute(branch, 50);
    execute(branch, 200);
    branch.joins();

    root.close();

    assertEquals(1, root.executions());
    Request late = assertNotNullAndGet(root.lateRows());
    assertEquals(1, late.executions());
    assertTrue(late.late);
    root.recycle();
    assertNull(root.lateRows());
    assertEquals(0, root.executions());
  }

  @Test
  void sortsWhatSeveralThreadsHaveDoneByTime() {
    Request root = new Request();
    root.endNanos = 1_000;
    execute(root, 30);
    execute(root, 50);
    for (int start : new int[] {40, 10, 20}) {
      Request branch = branch(root);
      execute(branch, start);
      execute(branch, start + 5);
      branch.joins();
    }

    root.close();

    assertEquals(8, root.executions());
    for (int row = 1; row < root.logged(); row++) {
      assertTrue(root.starts[row] >= root.starts[row - 1], row + "");
    }
  }

  @Test
  void countsABranchBeyondItsLog() {
    Request root = new Request();
    root.endNanos = 1_000_000;
    Request branch = branch(root);
    int many = 2 * Request.MAX_LOGGED + 100;
    for (int i = 0; i < many; i++) {
      branch.executed(SELECT, i, 1, 0, 0, false);
      branch = branch.afterExecution();
    }
    assertEquals(many, root.executionsSoFar());
    branch.joins();

    root.close();

    assertEquals(many, root.executions());
    assertEquals(many, root.executionNanos());
  }

  @Test
  void belongsToNobodyOnceItsRequestIsOver() {
    Request root = new Request();
    RequestContext context = root.context();
    root.close();
    Request branch = new Request();
    branch.branchOff(context);
    execute(branch, 10);
    assertNull(branch.root());
    branch.handOverLate();
    assertTrue(branch.late);

    branch.recycle();

    assertFalse(branch.late);
    assertFalse(branch.isBranch());
  }

  private static Request branch(Request root) {
    Request branch = new Request();
    branch.branchOff(root.context());
    return branch;
  }

  /** As the hooks do it, but that nobody takes what is handed over. */
  private static void execute(Request request, long start) {
    request.executed(SELECT, start, 1, 0, 0, false);
    request.published();
  }

  private static Request assertNotNullAndGet(@org.jspecify.annotations.Nullable Request request) {
    assertNotNull(request);
    return java.util.Objects.requireNonNull(request);
  }
}
