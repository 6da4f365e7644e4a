package io.rowcall.it.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.it.support.Covers;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Endpoints of frameworks on servlets have the template of the route, and no name of a client. */
@Tag("compat")
@Covers({"Cxf", "Javalin", "Jersey", "Resteasy", "Spark", "Struts"})
public final class RoutesIT {
  private static final String JAX_RS = "/shop/api/orders/{name}/items/{item}";

  @ParameterizedTest
  @CsvSource({
    "routes, cxf, /shop/api/orders/alice/items/sunglasses, " + JAX_RS,
    "routes, javalin, /shop/api/orders/alice/items/sunglasses, " + JAX_RS,
    "routes, jersey, /shop/api/orders/alice/items/sunglasses, " + JAX_RS,
    "routes, resteasy, /shop/api/orders/alice/items/sunglasses, " + JAX_RS,
    "routes-javax, jersey, /shop/api/orders/alice/items/sunglasses, " + JAX_RS,
    "routes-javax, resteasy, /shop/api/orders/alice/items/sunglasses, " + JAX_RS,
    "routes-javax, spark, /api/orders/alice/items/sunglasses, /api/orders/:name/items/:item",
    "routes-javax, struts, /shop/api/orders-alice-sunglasses.action, /shop/api/orders-*-*"
  })
  void namesTheEndpointAfterTheTemplate(
      String service, String framework, String path, String template, @TempDir Path folder)
      throws Exception {
    ServiceCommand command = ServiceCommand.of(service, folder).jvmArg("-Dserver=" + framework);
    try (ServiceProcess process = command.start()) {
      assertEquals(200, process.get(path).status());
      process.terminate();
      assertEquals(List.of(), process.agentLines());
    }
    Report report = Report.in(folder);
    assertEquals(List.of("GET " + template), report.endpointNames());
    JsonNode endpoint = report.endpoint("GET " + template);
    assertEquals(2, endpoint.at("/executions/total").asInt(), endpoint::toString);
    assertFalse(report.json().toString().contains("sunglasses"));
    assertEquals(0, report.total("suppressedErrors"), report::totals);
  }
}
