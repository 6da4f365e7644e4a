package io.rowcall.boot.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RequestQueueTest {
  private final TestEngine engine = new TestEngine();

  @BeforeEach
  void start() {
    drain();
    Engine.install(engine);
  }

  @AfterEach
  void stop() {
    drain();
    Engine.install(null);
  }

  @Test
  void drainsInTheOrderOfCompletion() {
    var first = new Request();
    var second = new Request();
    RequestQueue.finish(first);
    RequestQueue.finish(second);

    assertSame(first, RequestQueue.drain());
    assertSame(second, RequestQueue.next(first));
    assertNull(RequestQueue.next(second));
    assertNull(RequestQueue.drain());
  }

  @Test
  void aggregatesOnTheCallersThreadWhenFull() {
    for (int i = 0; i < RequestQueue.MAX_WAITING; i++) {
      RequestQueue.finish(new Request());
    }
    assertEquals(1, engine.wakeUps.get());
    var another = new Request();

    RequestQueue.finish(another);

    assertEquals(List.of(another), engine.aggregated);
    assertEquals(RequestQueue.MAX_WAITING, drain().size());
    RequestQueue.finish(another);
    assertEquals(List.of(another), drain());
  }

  @Test
  void losesNoRequestWhenAggregationFails() {
    engine.fails = true;
    for (int i = 0; i < RequestQueue.MAX_WAITING + 5; i++) {
      RequestQueue.finish(new Request());
    }

    assertEquals(RequestQueue.MAX_WAITING + 5, drain().size());
    assertEquals(5, engine.suppressed.size());
  }

  @Test
  void handsOverEachRequestOnceWhicheverThreadEndsIt() throws Exception {
    int perThread = 5_000;
    var seen = new int[4 * perThread];
    var drained = new ArrayList<Request>();
    Threads.run(
        5,
        thread -> {
          if (thread == 4) {
            for (int i = 0; i < 200; i++) {
              drained.addAll(drain());
            }
            return;
          }
          for (int i = 0; i < perThread; i++) {
            var request = new Request();
            request.status = thread * perThread + i;
            RequestQueue.finish(request);
          }
        });
    drained.addAll(drain());
    drained.addAll(engine.aggregated);

    for (Request request : drained) {
      seen[request.status]++;
    }
    for (int i = 0; i < seen.length; i++) {
      assertEquals(1, seen[i], "request " + i);
    }
  }

  @Test
  void reusesAReleasedRequestInANewGeneration() {
    Request request = RequestQueue.acquire();
    request.begin("GET", "/a");
    assertTrue(request.isOpen());
    int generation = request.generation();

    RequestQueue.release(request);

    assertFalse(request.isOpen());
    assertTrue(request.generation() != generation);
  }

  private static List<Request> drain() {
    List<Request> requests = new ArrayList<>();
    for (Request request = RequestQueue.drain(); request != null; ) {
      requests.add(request);
      request = RequestQueue.next(request);
    }
    return requests;
  }
}
