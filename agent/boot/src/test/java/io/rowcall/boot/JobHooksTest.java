package io.rowcall.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.OpenPolls;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestQueue;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.boot.request.TestEngine;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Units of work that are no HTTP request, whose hooks are called as woven advice calls them. */
final class JobHooksTest {
  private static final SqlStatement SQL = new SqlStatement(1, 0, "SELECT 1", null);

  private final ThreadState thread = ThreadState.current();

  @BeforeEach
  void install() {
    RequestQueue.drain();
    Engine.install(new TestEngine());
  }

  @AfterEach
  void uninstall() {
    thread.request = null;
    RequestQueue.drain();
    Engine.install(null);
  }

  @Test
  void aJobIsAUnitOfWork() {
    Request job = JobHooks.enter(JobHooks.JOB, "com.acme.Job.run");
    execute();
    JobHooks.leave(job, false);

    assertNull(thread.request);
    Request finished = onlyFinished();
    assertEquals("JOB com.acme.Job.run", name(finished));
    assertEquals(1, finished.log.executions());
  }

  @Test
  void aJobWithinAJobOrARequestBelongsToIt() {
    Request job = JobHooks.enter(JobHooks.JOB, "outer");

    assertNull(JobHooks.enter(JobHooks.JOB, "inner"));
    assertSame(job, thread.request);
  }

  @Test
  void aPollWhoseThreadEndsWithoutAnotherOneIsCounted() throws Exception {
    var consumer =
        new Thread(
            () -> {
              JobHooks.afterPoll("orders");
              execute();
            });
    consumer.start();
    consumer.join();
    assertNull(RequestQueue.drain());

    OpenPolls.finishAbandoned();

    Request finished = onlyFinished();
    assertEquals("KAFKA orders", name(finished));
    assertEquals(1, finished.log.executions());
    OpenPolls.finishAbandoned();
    assertNull(RequestQueue.drain());
  }

  @Test
  void aPollIsNotAbandonedWhileItsThreadLives() {
    JobHooks.afterPoll("orders");
    execute();

    OpenPolls.finishAbandoned();
    assertNull(RequestQueue.drain());

    JobHooks.beforePoll();
    assertEquals(1, onlyFinished().log.executions());
    OpenPolls.finishAbandoned();
    assertNull(RequestQueue.drain());
  }

  @Test
  void noResponseAnswersAJob() {
    JobHooks.enter(JobHooks.JOB, "com.acme.Job.run");
    execute();

    assertNull(HttpHooks.beforeCommit());
  }

  @Test
  void aRunThatDoesNothingIsNotCounted() {
    JobHooks.leave(JobHooks.enter(JobHooks.JOB, "idle"), false);

    assertNull(RequestQueue.drain());
  }

  @Test
  void aRunThatOnlyFailsIsCounted() {
    JobHooks.leave(JobHooks.enter(JobHooks.JOB, "broken"), true);

    assertTrue(onlyFinished().failed);
  }

  @Test
  void thePeriodicRunTakesTheNameOfTheFirstJobInIt() {
    Request run = JobHooks.enterPeriodic(new Object());
    Request job = JobHooks.enter(JobHooks.JOB, "com.acme.Job.run");
    assertSame(run, job);
    execute();
    JobHooks.leave(job, true);
    assertSame(run, thread.request);
    assertNull(JobHooks.enter(JobHooks.JOB, "com.acme.Second.run"));
    JobHooks.leave(run, false);

    Request finished = onlyFinished();
    assertEquals("JOB com.acme.Job.run", name(finished));
    assertTrue(finished.failed);
  }

  @Test
  void aPeriodicRunThatHasExecutedSomethingKeepsItsName() {
    Request run = JobHooks.enterPeriodic(new Object());
    execute();
    assertNull(JobHooks.enter(JobHooks.JOB, "com.acme.Job.run"));
    JobHooks.leave(run, false);

    assertEquals("JOB java.lang.Object", name(onlyFinished()));
  }

  @Test
  void aPollLastsUntilTheNextOne() {
    JobHooks.beforePoll();
    JobHooks.afterPoll("orders");
    execute();
    execute();
    JobHooks.beforePoll();

    assertNull(thread.request);
    Request finished = onlyFinished();
    assertEquals("KAFKA orders", name(finished));
    assertEquals(2, finished.log.executions());
  }

  @Test
  void aPollEndsWithTheTaskOfItsWorker() {
    JobHooks.afterPoll("orders");
    execute();
    TaskHooks.afterWorkerRun();

    assertNull(thread.request);
    assertEquals("KAFKA orders", name(onlyFinished()));
  }

  @Test
  void aRequestIsNoPartOfAPollThatItsThreadHasLeft() {
    JobHooks.afterPoll("orders");
    execute();
    Request request = HttpHooks.enter(null, "GET", "/a");

    assertNotNull(request);
    assertEquals("KAFKA orders", name(onlyFinished()));
    assertEquals("GET", request.method);
  }

  @Test
  void aFailedListenerFailsTheUnitOfItsContainer() {
    JobHooks.afterPoll("orders");
    JobHooks.leaveListener(null, true);
    JobHooks.beforePoll();

    assertTrue(onlyFinished().failed);
  }

  @Test
  void theGeneratedPartOfAQueueIsNoPartOfTheName() {
    assertEquals("amq.gen", JobHooks.queue("amq.gen-JzTY20BRgKO"));
    assertEquals("orders", JobHooks.queue("orders"));
    assertEquals(JobHooks.UNKNOWN, JobHooks.queue(""));
  }

  private void execute() {
    Request current = Objects.requireNonNull(ThreadState.current().request);
    current.log.append(SQL, System.nanoTime(), 1, 0, 0, false);
  }

  private static Request onlyFinished() {
    Request finished = Objects.requireNonNull(RequestQueue.drain());
    assertNull(RequestQueue.next(finished));
    return finished;
  }

  private static @Nullable String name(Request request) {
    return request.method + " " + request.route;
  }
}
