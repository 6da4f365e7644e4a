package io.rowcall.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class RequestTest {
  private static final SqlStatement SELECT = new SqlStatement(1, 7, "SELECT 1 FROM a", null);

  @Test
  void aRecycledBranchIsAPlainRequestAgain() {
    Request root = new Request();
    Request branch = new Request();
    branch.branchOff(root, root.generation, root.origin(), null);
    branch.joins();

    branch.recycle();

    assertSame(branch, branch.root());
    assertFalse(branch.isBranch());
    assertNull(branch.before());
  }

  @Test
  void aRecycledBranchHasNotJoinedItsNextRequest() {
    Request branch = new Request();
    Request first = new Request();
    branch.branchOff(first, first.generation, first.origin(), null);
    branch.joins();
    branch.recycle();

    Request second = new Request();
    branch.branchOff(second, second.generation, second.origin(), null);

    assertFalse(second.isJoined());
    branch.joins();
    assertTrue(second.isJoined());
  }

  @Test
  void whatWasLateOnceIsNotLateInItsNextUse() {
    Request root = new Request();
    root.close();
    Request branch = new Request();
    branch.branchOff(root, root.generation, root.origin(), null);
    assertTrue(branch.late);

    branch.recycle();

    assertFalse(branch.late);
    assertFalse(branch.isBranch());
  }

  @Test
  void lateExecutionsOfOneUseDoNotCountInTheNext() {
    Request root = new Request();
    Request branch = new Request();
    branch.branchOff(root, root.generation, root.origin(), null);
    root.endNanos = 100;
    branch.executed(SELECT, 200, 1, 0, 0, false);
    branch.joins();
    root.close();
    assertEquals(1, root.lateExecutions);

    root.recycle();

    assertEquals(0, root.lateExecutions);
    assertEquals(0, root.executions());
  }
}
