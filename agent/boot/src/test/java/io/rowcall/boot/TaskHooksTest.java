package io.rowcall.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.context.TaskContexts;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.Branches;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestContext;
import io.rowcall.boot.request.RequestQueue;
import io.rowcall.boot.request.TestEngine;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks, executors, and threads, whose hooks are called as woven advice calls them. */
final class TaskHooksTest {
  private final ThreadState state = ThreadState.current();
  private final Request request = RequestQueue.acquire();

  @BeforeEach
  void serve() {
    Engine.install(new TestEngine());
    request.begin("GET", "/a");
    state.enter(request);
  }

  @AfterEach
  void leave() {
    state.request = null;
    RequestQueue.drain();
    Engine.install(null);
  }

  @Test
  void aSubmittedTaskCountsForItsRequest() throws InterruptedException {
    Runnable task = new NamedTask();
    TaskHooks.onSubmit(task);

    onAnotherThread(
        () -> {
          Request entered = TaskHooks.beforeRun(task);
          execute();
          TaskHooks.afterRun(entered);
          assertNull(ThreadState.current().request);
        });

    assertEquals(1, executionsOfClosed());
  }

  @Test
  void aTaskThatItsSubmitterRunsNeedsNoBranch() {
    Object task = new Object();
    TaskHooks.onSubmit(task);

    assertNull(TaskHooks.beforeRun(task));
    assertSame(request, state.request);
  }

  @Test
  void aTaskOfTwoRequestsIsAmbiguous() {
    Object task = new Object();
    TaskHooks.onSubmit(task);
    Request other = RequestQueue.acquire();
    other.begin("GET", "/other");
    state.enter(other);

    TaskHooks.onSubmit(task);

    assertSame(RequestContext.AMBIGUOUS, TaskContexts.take(task));
  }

  @Test
  void aTaskThatMayBeWrappedIsWrappedForTheSecondRequest() {
    var task = new NamedTask();
    assertSame(task, TaskHooks.attachOrWrap(task));
    Request other = RequestQueue.acquire();
    other.begin("GET", "/other");
    state.enter(other);

    Runnable wrapped = TaskHooks.attachOrWrap(task);

    assertNotNull(wrapped);
    assertFalse(wrapped == task);
    assertEquals("named", wrapped.toString());
    assertSame(request.context(), TaskContexts.take(task));
  }

  @Test
  void aWrapperOfAnOuterExecutorIsUnwrappedWhereTasksCanBeAttached() {
    var task = new NamedTask();
    Runnable wrapper = new RequestTask(task, request.context());

    assertSame(task, TaskHooks.attachOrWrap(wrapper));
    assertSame(request.context(), TaskContexts.take(task));
  }

  @Test
  void ignoresTasksOfTheServer() {
    String[] before = Settings.serverPackages;
    Settings.serverPackages = new String[] {TaskHooksTest.class.getName()};
    try {
      var task = new NamedTask();
      assertSame(task, TaskHooks.attachOrWrap(task));
      assertNull(TaskContexts.peek(task));
      assertFalse(ExecutorHooks.beforeSubmit(task));
    } finally {
      Settings.serverPackages = before;
    }
  }

  /** An event loop is a task that an executor runs as long as the loop lives. */
  @Test
  void whatStartsAWorkerBelongsToNoRequest() {
    var loop = new NamedTask();
    ThreadHooks.beforeStartingWorkers();
    try {
      assertFalse(ExecutorHooks.beforeSubmit(loop));
      assertSame(loop, TaskHooks.attachOrWrap(loop));
      assertNull(TaskContexts.peek(loop));
    } finally {
      ThreadHooks.afterStartingWorkers();
    }
  }

  @Test
  void aTaskThatWasCreatedOutsideOfRequestsIsUnattributedInsideOfABranch() {
    state.request = null;
    Object task = new Object();
    TaskHooks.onCreate(task);
    Request branch = state.enterBranch(request.context());

    Request entered = TaskHooks.beforeCreatedRun(task);

    assertNotNull(entered);
    assertTrue(entered.isUnattributed());
    TaskHooks.afterRun(entered);
    assertSame(branch, state.request);
  }

  @Test
  void aDelayedTaskIsFollowedWhileItsRequestIsOpen() {
    Object first = new Object();
    TaskHooks.onSchedule(first);
    assertSame(request.context(), TaskContexts.take(first));

    RequestContext context = request.context();
    Branches.close(request);
    state.request = null;
    Request late = state.enterBranch(context);
    Object second = new Object();
    TaskHooks.onSchedule(second);

    assertNull(TaskContexts.peek(second));
    assertTrue(late.isBranch());
  }

  @Test
  void aThreadThatRunsTasksOfOthersIsAWorker() throws InterruptedException {
    Request other = RequestQueue.acquire();
    other.begin("GET", "/other");
    Object task = new Object();
    TaskContexts.attach(task, other.context(), false);
    var thread =
        new Thread(
            () -> {
              execute(); // Of the request that has started the thread.
              Request entered = TaskHooks.beforeRun(task);
              execute();
              TaskHooks.afterRun(entered);
              assertNull(ThreadState.current().request, "it has left its first request");
            });
    ThreadHooks.onStart(thread);
    run(thread);

    assertEquals(1, executionsOfClosed());
    other.endNanos = System.nanoTime();
    Branches.close(other);
    assertEquals(1, other.log.executions());
  }

  @Test
  void workersOfPoolsInheritNoRequest() throws InterruptedException {
    ThreadHooks.beforeStartingWorkers();
    var worker = new Thread(() -> assertNull(ThreadState.current().request));
    ThreadHooks.onStart(worker);
    ThreadHooks.afterStartingWorkers();

    run(worker);
  }

  @Test
  void wrapsAPlainTaskForAForeignExecutor() throws InterruptedException {
    Runnable plain = TaskHooksTest::execute;
    assertTrue(ExecutorHooks.beforeSubmit(plain));
    Runnable wrapped = ExecutorHooks.wrap(plain);
    assertFalse(ExecutorHooks.beforeSubmit(plain), "only the outermost executor counts");
    ExecutorHooks.afterSubmit(true);
    assertNotNull(wrapped);
    assertEquals(0, state.submitting);

    onAnotherThread(wrapped);

    assertEquals(1, executionsOfClosed());
  }

  @Test
  void passesATaskWithAnIdentityToAForeignExecutorUnwrapped() {
    var task = new NamedTask();
    assertTrue(ExecutorHooks.beforeSubmit(task));

    assertSame(task, ExecutorHooks.wrap(task));
    ExecutorHooks.afterSubmit(true);
    assertNull(TaskContexts.peek(task), "its class cannot be followed here");
  }

  @Test
  void aCallableKeepsItsResultAndItsFailure() throws Exception {
    Callable<String> wrapped = ExecutorHooks.wrap((Callable<String>) () -> "result");

    assertNotNull(wrapped);
    assertEquals("result", wrapped.call());
  }

  @Test
  void anExecutorOfALambdaCallsTheHooks() throws InterruptedException {
    Executor executor =
        ExecutorHooks.wrapExecutor(
            task -> {
              assertEquals(1, state.submitting);
              try {
                onAnotherThread(task);
              } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
              }
            });
    assertNotNull(executor);
    assertSame(executor, ExecutorHooks.wrapExecutor(executor));

    executor.execute(TaskHooksTest::execute);

    assertEquals(0, state.submitting);
    assertEquals(1, executionsOfClosed());
  }

  @Test
  void aCompletionKeepsItsRequestUntilItHasFired() {
    Object completion = new Object();
    TaskHooks.onSubmit(completion);
    state.request = null;

    Request entered = TaskHooks.beforeFire(completion);
    assertNotNull(entered);
    TaskHooks.afterFire(completion, entered, "waiting");
    assertSame(request.context(), TaskContexts.peek(completion));
    entered = TaskHooks.beforeFire(completion);
    TaskHooks.afterFire(completion, entered, null);

    assertNull(TaskContexts.peek(completion));
    assertNull(state.request);
  }

  private long executionsOfClosed() {
    state.leave(request);
    Branches.close(request);
    return request.log.executions();
  }

  private static void execute() {
    ThreadState thread = JdbcHooks.beforeExecute();
    JdbcHooks.afterExecute(thread, new Object(), "SELECT 1 FROM a", 0, null, false);
  }

  private static void onAnotherThread(Runnable task) throws InterruptedException {
    run(new Thread(task));
  }

  private static void run(Thread thread) throws InterruptedException {
    var failures = new java.util.concurrent.atomic.AtomicReference<Throwable>();
    thread.setUncaughtExceptionHandler((unused, failure) -> failures.set(failure));
    thread.start();
    thread.join();
    if (failures.get() != null) {
      throw new AssertionError(failures.get());
    }
  }

  /** A task with an identity. */
  private static final class NamedTask implements Runnable, Comparable<NamedTask> {
    @Override
    public void run() {}

    @Override
    public int compareTo(NamedTask other) {
      return 0;
    }

    @Override
    public String toString() {
      return "named";
    }
  }
}
