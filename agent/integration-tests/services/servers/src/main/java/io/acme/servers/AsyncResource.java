package io.acme.servers;

import io.acme.shop.Shop;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** JAX-RS: one execution on the request's thread, and twenty on another. */
@Path("/")
public final class AsyncResource {
  private final Shop shop;
  private final ExecutorService workers = Executors.newFixedThreadPool(2);

  AsyncResource(Shop shop) {
    this.shop = shop;
  }

  /** Resumed by a worker. */
  @GET
  @Path("resumed")
  public void resumed(@Suspended AsyncResponse response) throws SQLException {
    shop.listWithJoin();
    workers.execute(() -> response.resume(WaysServlet.askTwentyTimes(shop)));
  }

  /** A stage that completes later. */
  @GET
  @Path("staged")
  public CompletionStage<String> staged() throws SQLException {
    shop.listWithJoin();
    return CompletableFuture.supplyAsync(() -> WaysServlet.askTwentyTimes(shop), workers);
  }
}
