package io.rowcall.core.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SetupProblemTest {
  private static final List<String> NONE = List.of();

  @Test
  void namesTheLibraryWhoseThreadsExecuteAndTheMethodToConfigure() {
    var origin = new Origin(Origin.Kind.LIBRARY, "org.tiny.Worker.run", "com.acme.Shop#handle");
    assertEquals(
        "3,539 executions, 0 requests: they ran in org.tiny.Worker.run. If that is a server, it is"
            + " not supported; name the methods that handle one unit of work:"
            + " request.methods=com.acme.Shop#handle",
        SetupProblem.text(true, 3_539, 0, origin, NONE));
  }

  @Test
  void saysThatNothingWasSeen() {
    assertEquals(
        "0 executions, 0 requests: no statement, request, job or message was seen since the agent"
            + " has started",
        SetupProblem.text(true, 0, 0, null, NONE));
  }

  @Test
  void countsCallsIfThereAreNoExecutions() {
    assertEquals(
        "2 calls, 0 requests: they belong to no unit of work, but to a start, or to a loop that was"
            + " stopped; name the methods that handle one unit of work:"
            + " request.methods=com.acme.Handler#handle",
        SetupProblem.text(true, 0, 2, null, NONE));
  }

  @Test
  void namesClassesThatWereNotWovenWithoutTheMessageOfTheError() {
    var unwoven = new UnwovenClasses();
    unwoven.add("com/acme/Driver", new IllegalStateException("secret"));
    assertEquals(
        "1 class was not woven, and what it does is not counted: com.acme.Driver"
            + " (java.lang.IllegalStateException)",
        SetupProblem.text(false, 9, 0, null, unwoven.all()));
  }

  @Test
  void keepsABoundedNumberOfClasses() {
    var unwoven = new UnwovenClasses();
    for (int i = 0; i < 10_000; i++) {
      unwoven.add("C" + i, new LinkageError());
    }
    assertEquals(32, unwoven.all().size());
  }

  @Test
  void isNoneOnceThereAreRequests() {
    assertNull(SetupProblem.text(false, 9, 0, null, NONE));
  }
}
