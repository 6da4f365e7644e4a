package io.rowcall.boot.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.rowcall.boot.request.Model;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestContext;
import io.rowcall.boot.request.RequestQueue;
import org.junit.jupiter.api.Test;

/** A task runs for the request that has submitted it, as often as it was submitted, or for none. */
final class TaskContextsModelTest {
  @Test
  void eachRunOfATaskThatIsSubmittedTwiceHasItsRequest() {
    Model.explore(
        () -> {
          Object task = new Object();
          RequestContext context = context();
          TaskContexts.attach(task, context, true);
          int[] runs = new int[2];
          Model.concurrently(
              () -> {
                TaskContexts.attach(task, context, true);
                runs[0] = TaskContexts.take(task) == context ? 1 : 0;
              },
              () -> runs[1] = TaskContexts.take(task) == context ? 1 : 0);
          assertEquals(2, runs[0] + runs[1]);
          assertNull(TaskContexts.take(task));
        });
  }

  @Test
  void aTaskOfTwoRequestsBelongsToTheFirstOrTheOtherIsToldSo() {
    Model.explore(
        () -> {
          Object task = new Object();
          RequestContext first = context();
          RequestContext second = context();
          boolean[] attached = new boolean[2];
          Model.concurrently(
              () -> attached[0] = TaskContexts.attach(task, first, false),
              () -> attached[1] = TaskContexts.attach(task, second, false));
          assertEquals(1, (attached[0] ? 1 : 0) + (attached[1] ? 1 : 0));
          assertEquals(attached[0] ? first : second, TaskContexts.take(task));
          assertNull(TaskContexts.take(task));
        });
  }

  private static RequestContext context() {
    Request request = RequestQueue.acquire();
    return request.context();
  }
}
