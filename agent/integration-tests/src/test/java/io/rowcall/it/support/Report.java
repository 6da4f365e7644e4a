package io.rowcall.it.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Report file, with queries for assertions. Queries fail for an endpoint that the report does not
 * have, so that a misspelled route cannot pass as one without findings.
 */
public record Report(JsonNode json) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Reads the only report in the default folder below a working directory. */
  public static Report in(Path folder) {
    List<Path> files = files(folder.resolve("rowcall-reports"));
    assertEquals(1, files.size(), () -> "reports in " + folder + ": " + files);
    return read(files.get(0));
  }

  /** Lists the finished files of a folder; empty if there is no such folder. */
  public static List<Path> files(Path reports) {
    if (!Files.isDirectory(reports)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(reports)) {
      return files.filter(file -> !file.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Report read(Path file) {
    try {
      return new Report(MAPPER.readTree(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a figure of {@code totals}. */
  public long total(String name) {
    JsonNode total = json.path("totals").path(name);
    if (!total.isNumber()) {
      throw new AssertionError("no totals." + name + " in " + totals());
    }
    return total.asLong();
  }

  /** All totals, for failure messages. */
  public String totals() {
    return json.path("totals").toString();
  }

  /**
   * Returns the only endpoint of a route, whether its template comes from a mapping or from a
   * normalized path. With a method in front ({@code GET /owners}) the name must match exactly.
   */
  public JsonNode endpoint(String route) {
    List<JsonNode> matches =
        elements("endpoints").filter(node -> isRoute(node.path("name").asText(), route)).toList();
    assertEquals(1, matches.size(), () -> "endpoints of " + route + " in " + endpointNames());
    return matches.get(0);
  }

  public boolean hasEndpoint(String route) {
    return elements("endpoints").anyMatch(node -> isRoute(node.path("name").asText(), route));
  }

  public List<String> endpointNames() {
    return elements("endpoints").map(node -> node.path("name").asText()).toList();
  }

  /** Returns the findings of an endpoint that the report has. */
  public List<JsonNode> findings(String route) {
    assertTrue(hasEndpoint(route), () -> "no endpoint " + route + " in " + endpointNames());
    return elements("findings")
        .filter(node -> isRoute(node.path("endpoint").asText(), route))
        .toList();
  }

  /** Returns the findings of one class of an endpoint that the report has. */
  public List<JsonNode> findings(String route, String findingClass) {
    return findings(route).stream()
        .filter(node -> node.path("class").asText().equals(findingClass))
        .toList();
  }

  /** Returns the only finding of an endpoint, which must be of the given class. */
  public JsonNode onlyFinding(String route, String findingClass) {
    List<JsonNode> findings = findings(route);
    assertEquals(1, findings.size(), () -> "findings of " + route + ": " + findings);
    assertEquals(findingClass, findings.get(0).path("class").asText());
    return findings.get(0);
  }

  /** Returns the statement that an element of an endpoint's {@code statements} refers to. */
  public JsonNode statement(JsonNode share) {
    return elements("statements")
        .filter(statement -> statement.path("id").equals(share.path("id")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no statement of " + share));
  }

  /** Streams the elements of a list at the top level. */
  public Stream<JsonNode> elements(String list) {
    return stream(json.path(list));
  }

  /** Streams the elements of an array. */
  public static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static boolean isRoute(String endpoint, String route) {
    if (!route.startsWith("/")) {
      return endpoint.equals(route);
    }
    String name = endpoint.substring(endpoint.indexOf(' ') + 1);
    return name.equals(route) || name.startsWith(route + "/");
  }
}
