package io.rowcall.boot.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestContext;
import io.rowcall.boot.request.RequestQueue;
import io.rowcall.boot.request.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class TaskContextsTest {
  private final RequestContext context = newContext();
  private final RequestContext other = newContext();
  private final Object task = new Object();

  private static RequestContext newContext() {
    Request request = RequestQueue.acquire();
    return request.context();
  }

  @Test
  void aTaskRunsOnceForItsRequest() {
    assertTrue(TaskContexts.attach(task, context, false));
    assertTrue(TaskContexts.attach(task, context, false), "attached already");

    assertSame(context, TaskContexts.peek(task));
    assertSame(context, TaskContexts.take(task));

    assertNull(TaskContexts.take(task));
    assertNull(TaskContexts.peek(task));
  }

  @Test
  void aTaskThatMayRunAgainRunsAsOftenAsItWasSubmitted() {
    for (int i = 0; i < 3; i++) {
      assertTrue(TaskContexts.attach(task, context, true));
    }

    for (int i = 0; i < 3; i++) {
      assertSame(context, TaskContexts.take(task));
    }
    assertNull(TaskContexts.take(task));
  }

  @Test
  void aTaskThatIsPendingForOneRequestCannotBeAttachedToAnother() {
    TaskContexts.attach(task, context, true);

    assertFalse(TaskContexts.attach(task, other, true));
    assertSame(context, TaskContexts.take(task));
    assertTrue(TaskContexts.attach(task, other, true), "it has run");
    assertSame(other, TaskContexts.take(task));
  }

  @Test
  void aTaskOfTwoRequestsIsAmbiguous() {
    TaskContexts.markAmbiguous(task);
    assertNull(TaskContexts.peek(task));
    TaskContexts.attach(task, context, false);

    TaskContexts.markAmbiguous(task);

    assertSame(RequestContext.AMBIGUOUS, TaskContexts.take(task));
  }

  @Test
  void eachSubmissionIsClaimedByOneThread() throws Exception {
    List<Object> tasks = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      tasks.add(new Object());
    }
    var taken = new AtomicInteger();
    Threads.run(
        4,
        thread -> {
          for (Object each : tasks) {
            TaskContexts.attach(each, context, true);
            if (TaskContexts.take(each) != null) {
              taken.incrementAndGet();
            }
          }
        });

    assertEquals(4 * tasks.size(), taken.get());
    tasks.forEach(each -> assertNull(TaskContexts.peek(each)));
  }
}
