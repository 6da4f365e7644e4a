package io.acme.routes;

import io.acme.shop.Scenarios;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;

/** Resource with a template on its class and one on its method. */
@Path("/orders/{name}")
public class Orders {
  private final Scenarios scenarios;

  /** Creates the resource. */
  public Orders(Scenarios scenarios) {
    this.scenarios = scenarios;
  }

  /** 2 executions. */
  @GET
  @Path("items/{item}")
  public String item(@PathParam("name") String name, @PathParam("item") String item) {
    return scenarios.repeat(name + " " + item, 2);
  }
}
