package io.rowcall.core.record;

import static io.rowcall.core.record.Script.execute;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.TaskHooks;
import io.rowcall.boot.context.Recording;
import io.rowcall.boot.request.Request;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RecordingTest {
  private final Script script = new Script();

  /** Stops the engine's thread, so that it drains no request of the next engine. */
  @AfterEach
  void end() {
    script.figures();
  }

  @Test
  void ownRequestCoversTheThread() {
    execute("SELECT a FROM before_it", 1);
    Recording recording = Recording.begin("Shop.lists", false);
    execute("SELECT a FROM shops", 1);
    execute("SELECT b FROM shops", 1);
    recording.end();
    execute("SELECT a FROM after_it", 1);
    assertArrayEquals(new Object[] {"TEST Shop.lists: 2"}, recording.snapshots());
    assertEquals(0, recording.pending());
    assertEquals(0, recording.ambiguous());
    Aggregate figures = script.figures();
    assertEquals(1, figures.requests);
    assertEquals(2, figures.unattributedExecutions);
  }

  @Test
  void countsARequestOnItsThreadInItsOwn() {
    Recording recording = Recording.begin("Shop.shows", false);
    script.request("/shops", () -> execute("SELECT a FROM shops", 1));
    recording.end();
    assertArrayEquals(new Object[] {"TEST Shop.shows: 1"}, recording.snapshots());
  }

  @Test
  void countsRequestsThatAServerHandlesMeanwhile() throws Exception {
    Recording recording = Recording.begin("Shop.calls", false);
    runOnOtherThread(() -> script.request("/shops", () -> execute("SELECT a FROM shops", 1)));
    execute("SELECT b FROM shops", 1);
    recording.end();
    runOnOtherThread(() -> script.request("/later", () -> execute("SELECT a FROM shops", 1)));
    assertEquals(
        "[GET /shops: 1, TEST Shop.calls: 1]",
        Arrays.toString(Arrays.stream(recording.snapshots()).sorted().toArray()));
    assertEquals(3, script.figures().requests);
  }

  @Test
  void endWaitsForAServerThatHasRespondedButNotFinished() throws Exception {
    var responded = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    Recording recording = Recording.begin("Shop.calls", false);
    Thread server =
        new Thread(
            () ->
                script.request(
                    "/shops",
                    () -> {
                      responded.countDown();
                      await(ended);
                      execute("SELECT a FROM shops", 1);
                    }));
    server.start();
    responded.await();
    Thread ending = new Thread(ended::countDown);
    ending.start();
    recording.end();
    server.join();
    assertEquals(2, recording.snapshots().length);
  }

  @Test
  void requestsAreAmbiguousWhileSeveralRecordingsAreOpen() throws Exception {
    Recording recording = Recording.begin("Shop.one", false);
    Recording[] other = new Recording[1];
    runOnOtherThread(
        () -> {
          other[0] = Recording.begin("Shop.other", false);
          execute("SELECT b FROM shops", 1);
        },
        () ->
            runOnOtherThread(
                () -> script.request("/shops", () -> execute("SELECT a FROM shops", 1))),
        () -> other[0].end());
    runOnOtherThread(() -> script.request("/empty", () -> {}));
    recording.end();
    assertArrayEquals(new Object[] {"TEST Shop.other: 1"}, other[0].snapshots());
    assertEquals(
        "[GET /empty: 0, TEST Shop.one: 0]",
        Arrays.toString(Arrays.stream(recording.snapshots()).sorted().toArray()));
    assertEquals(1, recording.ambiguous());
    assertEquals(1, other[0].ambiguous());
  }

  @Test
  void attributesARequestOfATaskToItsRecordingAmongSeveral() throws Exception {
    Recording recording = Recording.begin("Shop.one", false);
    Runnable task = () -> script.request("/shops", () -> execute("SELECT a FROM shops", 1));
    TaskHooks.onSubmit((Object) task);
    runOnOtherThread(
        () -> {
          Recording other = Recording.begin("Shop.other", false);
          runOnOtherThread(
              () -> {
                Request started = TaskHooks.beforeRun(task);
                task.run();
                TaskHooks.afterRun(started);
              });
          other.end();
        });
    recording.end();
    assertEquals(2, recording.snapshots().length);
    assertEquals(0, recording.ambiguous());
  }

  @Test
  void aNestedRecordingCountsForBoth() throws Exception {
    Recording outer = Recording.begin("Shop.outer", false);
    execute("SELECT a FROM shops", 1);
    Recording inner = Recording.begin("Shop.inner", true);
    execute("SELECT b FROM shops", 1);
    runOnOtherThread(() -> script.request("/shops", () -> execute("SELECT a FROM shops", 1)));
    inner.end();
    runOnOtherThread(() -> script.request("/more", () -> execute("SELECT a FROM shops", 1)));
    execute("SELECT c FROM shops", 1);
    outer.end();
    assertEquals(2, inner.snapshots().length);
    assertEquals(
        "[GET /more: 1, GET /shops: 1, TEST Shop.inner: 1, TEST Shop.outer: 2]",
        Arrays.toString(Arrays.stream(outer.snapshots()).sorted().toArray()));
    assertEquals(0, outer.ambiguous());
  }

  @Test
  void aTestOnTheThreadOfAWaitingOneIsSeparate() {
    Recording waiting = Recording.begin("Shop.waiting", false);
    Recording other = Recording.begin("Shop.other", false);
    execute("SELECT b FROM shops", 1);
    other.end();
    execute("SELECT a FROM shops", 1);
    waiting.end();
    assertArrayEquals(new Object[] {"TEST Shop.other: 1"}, other.snapshots());
    assertArrayEquals(new Object[] {"TEST Shop.waiting: 1"}, waiting.snapshots());
  }

  @Test
  void endWaitsDespiteAnInterruptionAndRestoresIt() {
    Recording recording = Recording.begin("Shop.interrupted", false);
    execute("SELECT a FROM shops", 1);
    Thread.currentThread().interrupt();
    recording.end();
    assertTrue(Thread.interrupted());
    assertArrayEquals(new Object[] {"TEST Shop.interrupted: 1"}, recording.snapshots());
  }

  private interface Work {
    void run() throws Exception;
  }

  /** Runs tasks one after the other on a thread of its own. */
  private static void runOnOtherThread(Work... work) throws InterruptedException {
    var failed = new Throwable[1];
    Thread thread =
        new Thread(
            () -> {
              try {
                for (Work each : work) {
                  each.run();
                }
              } catch (Exception | AssertionError e) {
                failed[0] = e;
              }
            });
    thread.start();
    thread.join();
    if (failed[0] != null) {
      throw new AssertionError(failed[0]);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
