package io.rowcall.boot.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Each execution of a branch is counted once, whoever comes first: its thread or the engine. */
final class BranchModelTest {
  private static final SqlStatement SELECT = new SqlStatement(1, 7, "SELECT 1 FROM a", null);

  /** One less than a log has room for, so that the arrays are replaced during the harvest. */
  private static final int FULL = 31;

  @Test
  void countsWhatABranchExecutesWhileItsRequestIsClosed() {
    Model.explore(
        () -> {
          Request root = root();
          Request branch = Branches.open(root.context());
          Model.concurrently(
              () -> Branches.join(execute(execute(branch, 1), 2)), () -> Branches.close(root));
          assertEquals(2, counted(root));
        });
  }

  @Test
  void countsTwoBranchesThatJoinWhileTheirRequestIsClosed() {
    Model.explore(
        () -> {
          Request root = root();
          Request first = Branches.open(root.context());
          Request second = Branches.open(root.context());
          Model.concurrently(
              () -> Branches.join(execute(first, 1)),
              () -> Branches.join(execute(second, 2)),
              () -> Branches.close(root));
          assertEquals(2, counted(root));
        });
  }

  @Test
  void countsABranchThatOpensWhileItsRequestIsClosed() {
    Model.explore(
        () -> {
          Request root = root();
          RequestContext context = root.context();
          Model.concurrently(
              () -> Branches.join(execute(Branches.open(context), 1)),
              () -> Branches.join(execute(Branches.open(context), 2)),
              () -> Branches.close(root));
          assertEquals(2, counted(root));
        });
  }

  @Test
  void harvestsWholeRowsWhileTheLogGrows() {
    Model.explore(
        () -> {
          Request root = root();
          Request branch = Branches.open(root.context());
          for (int i = 0; i < FULL; i++) {
            execute(branch, i);
          }
          Model.concurrently(
              () -> Branches.join(execute(execute(branch, FULL), FULL + 1)),
              () -> Branches.close(root));
          for (int row = 0; row < root.log.size(); row++) {
            assertEquals(SELECT, root.log.statement(row));
            assertEquals(row, root.log.startNanos(row));
            assertEquals(1, root.log.elapsedNanos(row));
          }
          assertEquals(FULL + 2, counted(root));
        });
  }

  @Test
  void harvestsTheCallSitesOfTheirRowsWhileTheirLogGrows() {
    Model.explore(
        () -> {
          Request root = root();
          Request branch = Branches.open(root.context());
          for (int i = 0; i < 4; i++) {
            executeAt(branch, i);
          }
          Model.concurrently(
              () -> Branches.join(executeAt(executeAt(branch, 4), 5)), () -> Branches.close(root));
          for (int row = 0; row < root.log.size(); row++) {
            assertEquals("site " + root.log.startNanos(row), root.callSites.siteOf(row));
          }
          assertEquals(6, counted(root));
        });
  }

  private static Request root() {
    Engine.install(new TestEngine());
    Request root = RequestQueue.acquire();
    root.endNanos = 1_000;
    return root;
  }

  private static Request execute(Request branch, long start) {
    branch.log.append(SELECT, start, 1, 0, 0, false);
    return Branches.afterExecution(branch);
  }

  private static Request executeAt(Request branch, long start) {
    branch.log.append(SELECT, start, 1, 0, 0, false);
    branch.evidence.addCallSite("site " + start);
    return Branches.afterExecution(branch);
  }

  /** Executions of the request, and of everything that was handed over late. */
  private static long counted(Request root) {
    long sum = countedIn(root);
    for (Request late = RequestQueue.drain(); late != null; late = RequestQueue.next(late)) {
      Branches.close(late);
      sum += countedIn(late);
    }
    return sum;
  }

  private static long countedIn(Request request) {
    Request late = request.lateExecutions;
    return request.log.executions() + (late == null ? 0 : late.log.executions());
  }
}
