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

/** JAX-RS resource: one execution on the request's thread, and twenty on a worker. */
@Path("/")
public final class AsyncResource {
  private final Shop shop;
  private final ExecutorService workers = Executors.newFixedThreadPool(2);

  AsyncResource(Shop shop) {
    this.shop = shop;
  }

  /** A worker resumes the response. */
  @GET
  @Path("resumed")
  public void resumed(@Suspended AsyncResponse response) throws SQLException {
    shop.listWithJoin();
    workers.execute(() -> response.resume(CommitServlet.queryTwentyTimes(shop)));
  }

  /** A stage that a worker completes. */
  @GET
  @Path("staged")
  public CompletionStage<String> staged() throws SQLException {
    shop.listWithJoin();
    return CompletableFuture.supplyAsync(() -> CommitServlet.queryTwentyTimes(shop), workers);
  }
}
