package io.acme.undertow;

import io.acme.shop.Scenarios;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.util.PathTemplateMatch;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** The scenarios on handlers of Undertow: on the thread of the connection, and on workers. */
public final class UndertowHandlersService {
  private final Executor lateWork = Executors.newSingleThreadExecutor();
  private final Scenarios scenarios;

  private UndertowHandlersService(Scenarios scenarios) {
    this.scenarios = scenarios;
  }

  /** Prints {@code READY port} once it accepts requests. */
  public static void main(String[] args) throws Exception {
    Undertow server =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setHandler(new UndertowHandlersService(Scenarios.open()).handler())
            .build();
    server.start();
    InetSocketAddress address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    System.out.println("READY " + address.getPort());
    Thread.currentThread().join();
  }

  private HttpHandler handler() {
    return Handlers.routing()
        .get("/direct/{name}", e -> send(e, scenarios.repeat(path(e, "name"), 1)))
        .get("/repeat/{name}/{n}", blocking(e -> scenarios.repeat(path(e, "name"), n(e))))
        .get("/named/{name}", blocking(e -> scenarios.repeat(path(e, "name"), 1)))
        .get("/loop/{n}", blocking(e -> scenarios.loop(n(e))))
        .get("/error", blocking(e -> scenarios.fail()))
        .post(
            "/body",
            e ->
                e.getRequestReceiver()
                    .receiveFullString(
                        (exchange, body) -> send(exchange, scenarios.repeat(body, 2))))
        .get("/stream", e -> stream(e, Scenarios.CHUNKS))
        .get("/endless", e -> stream(e, Integer.MAX_VALUE))
        .get(
            "/late",
            e -> {
              lateWork.execute(scenarios::late);
              send(e, "later\n");
            })
        .get("/release", e -> send(e, scenarios.release()));
  }

  private static String path(HttpServerExchange exchange, String name) {
    return exchange.getAttachment(PathTemplateMatch.ATTACHMENT_KEY).getParameters().get(name);
  }

  private static int n(HttpServerExchange exchange) {
    return Integer.parseInt(path(exchange, "n"));
  }

  private static void send(HttpServerExchange exchange, String text) {
    exchange.getResponseSender().send(text);
  }

  private static HttpHandler blocking(Work work) {
    return new BlockingHandler(exchange -> send(exchange, work.text(exchange)));
  }

  /** Sends the next chunk when the one before has been sent. */
  private void stream(HttpServerExchange exchange, int chunks) {
    exchange
        .getResponseSender()
        .send(
            scenarios.chunk(),
            new IoCallback() {
              private int left = chunks - 1;

              @Override
              public void onComplete(HttpServerExchange sent, Sender sender) {
                if (left-- == 0) {
                  sender.close();
                } else {
                  sender.send(scenarios.chunk(), this);
                }
              }

              @Override
              public void onException(HttpServerExchange sent, Sender sender, IOException e) {
                sent.endExchange();
              }
            });
  }

  private interface Work {
    String text(HttpServerExchange exchange);
  }
}
