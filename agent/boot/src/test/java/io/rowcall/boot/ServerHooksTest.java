package io.rowcall.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.context.ResponseFigures;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestQueue;
import io.rowcall.boot.request.TestEngine;
import io.rowcall.boot.state.ExchangeHolder;
import io.rowcall.boot.state.RequestHead;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exchanges of an event loop, whose hooks are called as the advice of Netty calls them. */
final class ServerHooksTest {
  private final Holder channel = new Holder();
  private final Holder decoder = new Holder();

  @BeforeEach
  void start() {
    Engine.install(new TestEngine());
  }

  @AfterEach
  void stop() {
    ThreadState.current().request = null;
    RequestQueue.drain();
    Engine.install(null);
  }

  @Test
  void belongsToTheMessageThatAHandlerPassesOn() {
    Head first = receive("/first");
    Head second = receive("/second");

    pass(decoder, first, 1);
    pass(decoder, second, 2);
    pass(new Holder(), first, 3);

    assertQueryCount("4");
    ServerHooks.afterResponse(channel);
    assertQueryCount("2");
  }

  @ParameterizedTest
  @CsvSource({"55, true", "64, true", "65, false"})
  void keepsATraceContextOfBoundedLength(int length, boolean kept) {
    String context = String.join("", Collections.nCopies(length, "0"));
    Head head = new Head();
    ServerHooks.onHead(head, "GET", "/");
    ServerHooks.onHeaders(head, context);
    ServerHooks.beginHead(channel, head);
    ServerHooks.onClose(channel);

    Request ended = RequestQueue.drain();
    assertNotNull(ended);
    assertEquals(kept ? context : null, ended.trace);
  }

  @Test
  void countsAPartOfABodyForTheHeadBefore() {
    receive("/first");
    pass(decoder, "a part", 2);

    assertQueryCount("2");
  }

  @Test
  void endsExchangesInTheOrderOfTheirRequests() {
    receive("/first");
    receive("/second");
    ServerHooks.afterResponse(channel);
    ServerHooks.onClose(channel);

    Request ended = RequestQueue.drain();
    assertNotNull(ended);
    assertEquals("/first", ended.path);
    Request next = RequestQueue.next(ended);
    assertNotNull(next);
    assertEquals("/second", next.path);
    assertNull(ServerHooks.beforeResponse(channel, 200, null), "nothing left to answer");
  }

  @Test
  void countsCallbacksOfTheTransportForTheOnlyExchange() {
    receive("/first");
    Request entered = ServerHooks.beforeWritten(channel);
    execute();
    ServerHooks.leave(entered);

    assertQueryCount("1");
  }

  @Test
  void leavesCallbacksOfPipelinedRequestsUnattributed() {
    receive("/first");
    ServerHooks.afterResponse(channel);
    receive("/second");

    assertNull(ServerHooks.beforeWritten(channel), "the first response is only encoded");
    ServerHooks.afterWritten(channel, true);
    assertNull(ServerHooks.beforeWritten(channel), "its end has not reached the transport");
    ServerHooks.onQueued(channel);
    ServerHooks.afterWritten(channel, false);
    assertNull(ServerHooks.beforeWritten(channel), "its end waits to be written");
    receive("/third");
    ServerHooks.afterWritten(channel, true);
    assertNull(ServerHooks.beforeWritten(channel), "the third request is here already");
  }

  /** A client that knows the length of a response sends the next request before its end. */
  @Test
  void countsCallbacksOnceTheEarlierResponseIsWritten() {
    receive("/first");
    receive("/second");
    ServerHooks.afterResponse(channel);
    ServerHooks.onQueued(channel);
    ServerHooks.afterWritten(channel, true);

    Request entered = ServerHooks.beforeWritten(channel);
    execute();
    ServerHooks.leave(entered);
    assertQueryCount("1");
  }

  @Test
  void takesTheStatusOfTheResponse() {
    receive("/first");
    ServerHooks.beforeResponse(channel, 503, "text/event-stream");
    ServerHooks.afterResponse(channel);

    Request ended = RequestQueue.drain();
    assertNotNull(ended);
    assertEquals(503, ended.status);
    assertTrue(ended.failed);
    assertTrue(ended.streaming);
  }

  @Test
  void takesTheRouteThatABranchHasFoundOut() {
    Head head = receive("/orders/alice");
    Request entered = ServerHooks.beforeMessage(new Holder(), head);
    RouteHooks.setRoute("/shop/", "/orders/{name}");
    RouteHooks.setOperation("Find");
    ServerHooks.leave(entered);
    ServerHooks.afterResponse(channel);

    Request ended = RequestQueue.drain();
    assertNotNull(ended);
    assertEquals("/shop/orders/{name}", ended.route);
    assertEquals("Find", ended.operation);
  }

  @ParameterizedTest
  @CsvSource({
    "/orders?name=alice, /orders",
    "/orders#part, /orders",
    "http://shop.example/orders?q, /orders",
    "http://shop.example, http:",
    "*, *",
  })
  void dropsAllButThePath(String uri, String path) {
    String found = ServerHooks.path(uri);
    assertTrue(found != null && found.startsWith(path), () -> uri + ": " + found);
  }

  @ParameterizedTest
  @CsvSource({
    "/orders/{id}/(method:GET), /orders/{id}",
    "/(authenticate \"default\")/orders/(method:GET), /orders",
    "/, /",
    "/(header:Accept = a/b)/orders/(method:GET), /orders",
  })
  void dropsSelectorsOfATree(String node, String template) {
    receive("/orders/1");
    Request entered = ServerHooks.beforeWritten(channel);
    RouteHooks.setRouteOfTree(node);
    ServerHooks.leave(entered);
    ServerHooks.afterResponse(channel);

    Request ended = RequestQueue.drain();
    assertNotNull(ended);
    assertEquals(template, ended.route);
  }

  @ParameterizedTest
  @CsvSource({
    "/shop/api/orders/1/items/2, /orders/{id}/items/{item}, /shop/api",
    "/shop/api/orders/1/, orders/{id}, /shop/api",
    "/orders/1, /orders/{id}, ''",
    "/1, /orders/{id}, ''",
    "/api, /, /api",
    "/api/a/b, '/{rest:.*}', ''",
  })
  void knowsWhatATemplateIsBelow(String path, String template, String above) {
    assertEquals(above, RouteHooks.aboveSegments(path, template));
  }

  private Head receive(String uri) {
    Head head = new Head();
    ServerHooks.onHead(head, "GET", uri);
    assertTrue(ServerHooks.isNewHead(head));
    ServerHooks.beginHead(channel, head);
    pass(decoder, head, 0);
    return head;
  }

  private static void pass(Holder handler, Object message, int executions) {
    Request entered = ServerHooks.beforeMessage(handler, message);
    for (int i = 0; i < executions; i++) {
      execute();
    }
    ServerHooks.leave(entered);
  }

  private static void execute() {
    JdbcHooks.afterExecute(
        JdbcHooks.beforeExecute(), new Object(), "SELECT 1 FROM a", 0, null, false);
  }

  private void assertQueryCount(String expected) {
    ResponseFigures figures = ServerHooks.beforeResponse(channel, 200, null);
    assertNotNull(figures);
    assertTrue(figures.nextHeader(false));
    assertTrue(figures.nextHeader(false));
    assertEquals(expected, figures.headerValue());
  }

  private static final class Holder implements ExchangeHolder {
    private @Nullable Object exchange;

    @Override
    public @Nullable Object rowcall$exchange() {
      return exchange;
    }

    @Override
    public void rowcall$exchange(@Nullable Object held) {
      exchange = held;
    }
  }

  private static final class Head implements RequestHead {
    private @Nullable Object method;
    private @Nullable String uri;
    private @Nullable String traceparent;
    private @Nullable Object begun;

    @Override
    public @Nullable Object rowcall$method() {
      return method;
    }

    @Override
    public void rowcall$method(@Nullable Object value) {
      method = value;
    }

    @Override
    public @Nullable String rowcall$uri() {
      return uri;
    }

    @Override
    public void rowcall$uri(@Nullable String value) {
      uri = value;
    }

    @Override
    public @Nullable String rowcall$traceparent() {
      return traceparent;
    }

    @Override
    public void rowcall$traceparent(@Nullable String value) {
      traceparent = value;
    }

    @Override
    public @Nullable Object rowcall$begun() {
      return begun;
    }

    @Override
    public void rowcall$begun(@Nullable Object exchange) {
      begun = exchange;
    }
  }
}
