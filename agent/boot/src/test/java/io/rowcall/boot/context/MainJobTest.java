package io.rowcall.boot.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.request.Branches;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestQueue;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.boot.request.TestEngine;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The unit of the main thread, whose part this test's thread plays. */
final class MainJobTest {
  private static final SqlStatement SQL = new SqlStatement(1, 0, "SELECT 1", null);

  private final ThreadState thread = ThreadState.current();

  @BeforeEach
  void install() {
    RequestQueue.drain();
    Engine.install(new TestEngine());
    MainJob.start();
  }

  @AfterEach
  void uninstall() {
    thread.request = null;
    MainJob.onService();
    RequestQueue.drain();
    Engine.install(null);
  }

  @Test
  void isAJobIfMainEndsTheJvm() {
    execute();
    MainJob.onShutdown(true);

    Request unit = finished();
    assertEquals("JOB Main.main", unit.method + " " + unit.route);
    assertFalse(unit.unattributed);
    assertEquals(1, unit.log.executions());
  }

  @Test
  void isAJobIfMainHasReturned() {
    execute();
    MainJob.onExit();
    thread.leaveBranch(Objects.requireNonNull(thread.request));
    MainJob.onShutdown(false);

    assertFalse(finished().unattributed);
  }

  @Test
  void isTheStartOfAServiceThatHandlesARequest() {
    execute();
    MainJob.onService();

    Request start = finished();
    assertTrue(start.unattributed);
    assertEquals(1, start.log.executions());
    assertTrue(Objects.requireNonNull(thread.request).isUnattributed());
    assertNull(MainJob.enter(thread));
  }

  @Test
  void isALoopIfSomebodyStopsIt() {
    execute();
    MainJob.onShutdown(false);

    assertTrue(finished().unattributed);
  }

  private void execute() {
    Request branch = MainJob.enter(thread);
    assertNotNull(branch);
    branch.log.append(SQL, System.nanoTime(), 1, 0, 0, false);
    Branches.afterExecution(branch);
  }

  private static Request finished() {
    Request finished = Objects.requireNonNull(RequestQueue.drain());
    Branches.close(finished);
    return finished;
  }
}
