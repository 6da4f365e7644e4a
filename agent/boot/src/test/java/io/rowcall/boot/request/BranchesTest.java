package io.rowcall.boot.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class BranchesTest {
  private static final SqlStatement SELECT = new SqlStatement(1, 7, "SELECT 1 FROM a", null);

  @Test
  void aRecycledBranchIsAPlainRequestAgain() {
    Request root = new Request();
    Request branch = branch(root);
    execute(branch, 10); // Joining an empty branch would return it to the pool.
    Branches.join(branch);

    branch.clear();

    assertSame(branch, branch.root());
    assertFalse(branch.isBranch());
    assertNull(branch.suspended.request);
  }

  @Test
  void aRecycledBranchHasNotJoinedItsNextRequest() {
    Request first = new Request();
    Request branch = branch(first);
    execute(branch, 10);
    Branches.join(branch);
    branch.clear();

    Request second = new Request();
    branch.branchFrom(second.context());
    execute(branch, 20);

    assertFalse(second.isJoined());
    Branches.join(branch);
    assertTrue(second.isJoined());
  }

  @Test
  void countsExecutionsOfABranchThatNeverJoins() {
    Request root = new Request();
    Request branch = branch(root);
    execute(branch, 10);
    execute(branch, 20);
    root.endNanos = 100;

    Branches.close(root);

    assertEquals(2, root.log.executions());
    assertEquals(2, branch.log.size());
    assertNull(root.lateExecutions());
  }

  @Test
  void countsABranchThatJoinsAfterTheCloseOnce() {
    Request root = new Request();
    Request branch = branch(root);
    execute(branch, 10);
    root.endNanos = 100;
    Branches.close(root);
    execute(branch, 20);

    Branches.handOverLate(branch);
    Branches.close(branch);

    assertEquals(1, root.log.executions());
    assertEquals(1, branch.log.executions());
    assertTrue(branch.late);
  }

  @Test
  void separatesExecutionsThatStartAfterTheEnd() {
    Request root = new Request();
    Request branch = branch(root);
    root.endNanos = 100;
    execute(branch, 50);
    execute(branch, 200);
    Branches.join(branch);

    Branches.close(root);

    assertEquals(1, root.log.executions());
    Request late = assertNotNullAndGet(root.lateExecutions());
    assertEquals(1, late.log.executions());
    assertTrue(late.late);
    root.clear();
    assertNull(root.lateExecutions());
    assertEquals(0, root.log.executions());
  }

  @Test
  void sortsExecutionsOfSeveralThreadsByStart() {
    Request root = new Request();
    root.endNanos = 1_000;
    execute(root, 30);
    execute(root, 50);
    for (int start : new int[] {40, 10, 20}) {
      Request branch = branch(root);
      execute(branch, start);
      execute(branch, start + 5);
      Branches.join(branch);
    }

    Branches.close(root);

    assertEquals(8, root.log.executions());
    for (int row = 1; row < root.log.size(); row++) {
      assertTrue(root.log.startNanos(row) >= root.log.startNanos(row - 1), row + "");
    }
  }

  @Test
  void countsABranchBeyondItsLog() {
    Request root = new Request();
    root.endNanos = 1_000_000;
    Request branch = branch(root);
    int many = 2 * ExecutionLog.MAX_ROWS + 100;
    for (int i = 0; i < many; i++) {
      branch.log.append(SELECT, i, 1, 0, 0, false);
      branch = Branches.afterExecution(branch);
    }
    assertEquals(many, root.executionsSoFar());
    Branches.join(branch);

    Branches.close(root);

    assertEquals(many, root.log.executions());
    assertEquals(many, root.log.executionNanos());
  }

  @Test
  void isLateOnceItsRequestIsOver() {
    Request root = new Request();
    RequestContext context = root.context();
    Branches.close(root);
    Request branch = new Request();
    branch.branchFrom(context);
    execute(branch, 10);
    assertNull(branch.root());
    Branches.handOverLate(branch);
    assertTrue(branch.late);

    branch.clear();

    assertFalse(branch.late);
    assertFalse(branch.isBranch());
  }

  private static Request branch(Request root) {
    Request branch = new Request();
    branch.branchFrom(root.context());
    return branch;
  }

  /** Executes as the hooks do, but leaves a full or late branch in place. */
  private static void execute(Request request, long start) {
    request.log.append(SELECT, start, 1, 0, 0, false);
    request.publish();
  }

  private static Request assertNotNullAndGet(@org.jspecify.annotations.Nullable Request request) {
    assertNotNull(request);
    return java.util.Objects.requireNonNull(request);
  }
}
