package io.acme.armeria;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpResponseWriter;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.acme.shop.Scenarios;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** The scenarios on Armeria, on a free port. */
public final class ArmeriaService {
  private final Executor lateWork = Executors.newSingleThreadExecutor();
  private final Scenarios scenarios;

  private ArmeriaService(Scenarios scenarios) {
    this.scenarios = scenarios;
  }

  /** Prints {@code READY port} once it accepts requests. */
  public static void main(String[] args) throws Exception {
    Server server = new ArmeriaService(Scenarios.open()).server();
    server.start().join();
    System.out.println("READY " + server.activeLocalPort());
    Thread.currentThread().join();
  }

  private Server server() {
    return Server.builder()
        .http(new InetSocketAddress("127.0.0.1", 0))
        .service(
            "/direct/{name}", (c, r) -> HttpResponse.of(scenarios.repeat(c.pathParam("name"), 1)))
        .service(
            "/repeat/{name}/{n}",
            (c, r) -> blocking(c, () -> scenarios.repeat(c.pathParam("name"), n(c))))
        .service(
            "/named/{name}", (c, r) -> blocking(c, () -> scenarios.repeat(c.pathParam("name"), 1)))
        .service("/loop/{n}", (c, r) -> blocking(c, () -> scenarios.loop(n(c))))
        .service("/error", (c, r) -> blocking(c, scenarios::fail))
        .service(
            "/body",
            (c, r) ->
                HttpResponse.of(
                    r.aggregate()
                        .thenApply(
                            body -> HttpResponse.of(scenarios.repeat(body.contentUtf8(), 2)))))
        .service("/stream", (c, r) -> stream(c, Scenarios.CHUNKS))
        .service("/endless", (c, r) -> stream(c, Integer.MAX_VALUE))
        .service(
            "/late",
            (c, r) -> {
              lateWork.execute(scenarios::late);
              return HttpResponse.of("later\n");
            })
        .service("/release", (c, r) -> HttpResponse.of(scenarios.release()))
        .build();
  }

  private static int n(ServiceRequestContext context) {
    return Integer.parseInt(context.pathParam("n"));
  }

  private static HttpResponse blocking(ServiceRequestContext context, Supplier<String> work) {
    return HttpResponse.of(
        CompletableFuture.supplyAsync(work, context.blockingTaskExecutor())
            .thenApply(HttpResponse::of));
  }

  private HttpResponse stream(ServiceRequestContext context, int chunks) {
    HttpResponseWriter writer = HttpResponse.streaming();
    writer.write(ResponseHeaders.of(HttpStatus.OK));
    write(context, writer, chunks);
    return writer;
  }

  /** Writes the next chunk when the one before has been consumed. */
  private void write(ServiceRequestContext context, HttpResponseWriter writer, int chunks) {
    if (chunks == 0) {
      writer.close();
      return;
    }
    context
        .blockingTaskExecutor()
        .execute(
            () -> {
              if (writer.tryWrite(HttpData.ofUtf8(scenarios.chunk()))) {
                writer.whenConsumed().thenRun(() -> write(context, writer, chunks - 1));
              }
            });
  }
}
