package io.acme.appservers;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import java.util.concurrent.CompletionStage;

/** {@code /rs/KIND/TABLE}: the same queries behind JAX-RS. */
@Path("/")
public class TaskResource {

  @GET
  @Path("sync/{table}")
  public String sync(@PathParam("table") String table) {
    return Queries.run(table);
  }

  /** A task of the managed executor resumes the response. */
  @GET
  @Path("suspended/{table}")
  public void suspended(@PathParam("table") String table, @Suspended AsyncResponse response) {
    Queries.executor().execute(() -> response.resume(Queries.run(table)));
  }

  /** The thread that completes the stage sends the response. */
  @GET
  @Path("staged/{table}")
  public CompletionStage<String> staged(@PathParam("table") String table) {
    return Queries.executor().supplyAsync(() -> Queries.run(table));
  }
}
