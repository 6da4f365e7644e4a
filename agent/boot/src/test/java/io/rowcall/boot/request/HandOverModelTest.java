package io.rowcall.boot.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A request has one owner at a time: a thread, the queue, the engine, or the pool. */
final class HandOverModelTest {
  private static final RequestPool POOL = new RequestPool();

  @Test
  void theQueueHandsOverEachRequestOnce() {
    Model.explore(
        () -> {
          Engine.install(new TestEngine());
          var first = new Request();
          var second = new Request();
          List<Request> drained = new ArrayList<>();
          Model.concurrently(
              () -> RequestQueue.finish(first),
              () -> RequestQueue.finish(second),
              () -> drainTo(drained));
          drainTo(drained);
          assertEquals(2, drained.size());
          assertNotSame(drained.get(0), drained.get(1));
        });
  }

  @Test
  void theQueueLosesNoRequestThatIsReusedMeanwhile() {
    Model.explore(
        () -> {
          Engine.install(new TestEngine());
          var reused = new Request();
          RequestQueue.finish(reused);
          int[] handedOver = new int[1];
          Model.concurrently(
              () -> RequestQueue.finish(new Request()),
              () -> {
                List<Request> drained = new ArrayList<>();
                drainTo(drained);
                handedOver[0] += drained.size();
                RequestQueue.finish(reused);
              });
          List<Request> left = new ArrayList<>();
          drainTo(left);
          assertEquals(3, handedOver[0] + left.size());
        });
  }

  @Test
  void thePoolLendsARequestToOneThreadAtATime() {
    Model.explore(
        () -> {
          var first = new Request();
          var second = new Request();
          POOL.give(first);
          POOL.give(second);
          Model.concurrently(
              () -> lend(POOL.take()), () -> lend(POOL.take()), () -> lend(POOL.take()));
          // A thread that is suspended in a cell makes the pool look empty or full to others.
          Request a = POOL.take();
          Request b = POOL.take();
          assertEquals(null, POOL.take());
          if (a != null && b != null) {
            assertNotSame(a, b);
          }
        });
  }

  private static void lend(@Nullable Request request) {
    if (request != null) {
      assertEquals(1, ++request.status);
      request.status--;
      POOL.give(request);
    }
  }

  private static void drainTo(List<Request> list) {
    for (Request request = RequestQueue.drain(); request != null; ) {
      Request next = RequestQueue.next(request);
      list.add(request);
      request = next;
    }
  }
}
