package io.acme.appservers;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import java.util.concurrent.CompletionStage;

/** {@code /rs/WAY/TABLE}: the same work behind JAX-RS. */
@Path("/")
public class Resources {

  @GET
  @Path("sync/{table}")
  public String sync(@PathParam("table") String table) {
    return Work.ask(table);
  }

  /** Answered by a thread of the service's own. */
  @GET
  @Path("suspended/{table}")
  public void suspended(@PathParam("table") String table, @Suspended AsyncResponse response) {
    Work.executor().execute(() -> response.resume(Work.ask(table)));
  }

  /** Answered by whoever completes the stage. */
  @GET
  @Path("staged/{table}")
  public CompletionStage<String> staged(@PathParam("table") String table) {
    return Work.executor().supplyAsync(() -> Work.ask(table));
  }
}
