package io.rowcall.boot.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestQueue;
import io.rowcall.boot.request.TestEngine;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AsyncRequestTest {
  private final Request request = RequestQueue.acquire();

  /** As {@code jakarta.servlet.AsyncListener} declares them. */
  public interface Listener {
    void onComplete(Event event) throws IOException;

    void onTimeout(Event event) throws IOException;
  }

  /** An event without a response. */
  public interface Event {}

  @BeforeEach
  void start() {
    Engine.install(new TestEngine());
    RequestQueue.drain();
    request.begin("GET", "/async");
  }

  @AfterEach
  void stop() {
    RequestQueue.drain();
    Engine.install(null);
  }

  @Test
  void endsOnceWithTheLaterOfItsThreadAndItsCompletion() throws IOException {
    var async = new AsyncRequest(request);
    var listener = (Listener) async.asListener(Listener.class);

    listener.onComplete(new Event() {});
    assertNull(RequestQueue.drain());
    async.onLeft();
    assertSame(request, RequestQueue.drain());
    listener.onComplete(new Event() {});
    assertNull(RequestQueue.drain());
    assertNull(async.resume(), "it is over");
  }

  @Test
  void aTimeoutFailsTheRequest() throws IOException {
    var async = new AsyncRequest(request);
    var listener = (Listener) async.asListener(Listener.class);
    async.onLeft();

    listener.onTimeout(new Event() {});
    listener.onComplete(new Event() {});

    assertSame(request, RequestQueue.drain());
    assertTrue(request.failed);
    assertEquals(500, request.status);
  }

  @Test
  void aDispatchResumesARequestThatItsThreadHasLeft() throws IOException {
    var async = new AsyncRequest(request);
    assertNull(async.resume(), "its thread has not left");
    async.onLeft();

    assertSame(request, async.resume());
    assertNull(async.resume());
    ((Listener) async.asListener(Listener.class)).onComplete(new Event() {});

    assertNull(RequestQueue.drain(), "the thread that resumed it ends it");
  }

  @Test
  void aPendingResponseRefersToItsRequestUntilItEnds() {
    PendingResponse.onAsyncStarted();
    var response = new PendingResponse(request);
    request.pendingResponse = response;
    assertNotNull(ThreadState.current().capture(response));
    assertFalse(response.leave());
    assertTrue(response.complete(), "both ends are reached");

    AsyncRequest.end(request, 200, false);

    assertTrue(response.isOver());
    assertNull(ThreadState.current().capture(response));
  }

  @Test
  void aPendingResponseHasNoFiguresOnceAnythingWasExecutedUnattributed() {
    PendingResponse.onAsyncStarted();
    request.pendingResponse = new PendingResponse(request);
    assertFalse(PendingResponse.isAmbiguous(request));

    PendingResponse.onUnattributedExecution();

    assertTrue(PendingResponse.isAmbiguous(request));
    assertNull(ThreadState.current().capture((PendingResponse) request.pendingResponse));
  }
}
