package io.acme.jetty12.handlers;

import io.acme.shop.Scenarios;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** The scenarios on a handler of Jetty 12: on its thread, and on a worker that completes. */
public final class Jetty12HandlersService extends Handler.Abstract {
  private final Executor lateWork = Executors.newSingleThreadExecutor();
  private final Executor workers = Executors.newFixedThreadPool(4);
  private final Scenarios scenarios;

  private Jetty12HandlersService(Scenarios scenarios) {
    this.scenarios = scenarios;
  }

  /** Prints {@code READY port} once it accepts requests. */
  public static void main(String[] args) throws Exception {
    Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server.setHandler(new Jetty12HandlersService(Scenarios.open()));
    server.start();
    System.out.println("READY " + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String[] path = request.getHttpURI().getPath().split("/");
    switch (path[1]) {
      case "direct":
        return send(response, callback, scenarios.repeat(path[2], 1));
      case "repeat":
        return onWorker(
            callback,
            () -> send(response, callback, scenarios.repeat(path[2], Integer.parseInt(path[3]))));
      case "named":
        return onWorker(callback, () -> send(response, callback, scenarios.repeat(path[2], 1)));
      case "loop":
        return onWorker(
            callback, () -> send(response, callback, scenarios.loop(Integer.parseInt(path[2]))));
      case "error":
        return onWorker(callback, scenarios::fail);
      case "body":
        Content.Source.asString(
            request,
            java.nio.charset.StandardCharsets.UTF_8,
            org.eclipse.jetty.util.Promise.from(
                body -> send(response, callback, scenarios.repeat(body, 2)), callback::failed));
        return true;
      case "stream":
        return stream(response, callback, Scenarios.CHUNKS);
      case "endless":
        return stream(response, callback, Integer.MAX_VALUE);
      case "late":
        lateWork.execute(scenarios::late);
        return send(response, callback, "later\n");
      case "release":
        return send(response, callback, scenarios.release());
      default:
        return false;
    }
  }

  private boolean onWorker(Callback callback, Runnable work) {
    workers.execute(
        () -> {
          try {
            work.run();
          } catch (IllegalStateException failed) {
            callback.failed(failed);
          }
        });
    return true;
  }

  private static boolean send(Response response, Callback callback, String text) {
    Content.Sink.write(response, true, text, callback);
    return true;
  }

  /** Writes the next chunk when the one before has been written. */
  private boolean stream(Response response, Callback callback, int chunks) {
    Content.Sink.write(
        response,
        chunks == 1,
        scenarios.chunk(),
        chunks == 1
            ? callback
            : Callback.from(
                () -> workers.execute(() -> stream(response, callback, chunks - 1)),
                callback::failed));
    return true;
  }
}
