package io.rowcall.it.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A report file as a test asks about it. */
public record Report(JsonNode json) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The one report in the default folder below a working directory. */
  public static Report in(Path folder) {
    List<Path> files = files(folder.resolve("rowcall-reports"));
    assertEquals(1, files.size(), () -> "reports in " + folder + ": " + files);
    return read(files.get(0));
  }

  /** Every file there but those that are still being written; none when there is no such folder. */
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

  public long total(String name) {
    JsonNode total = json.path("totals").path(name);
    if (!total.isNumber()) {
      throw new AssertionError("no totals." + name + " in " + json.path("totals"));
    }
    return total.asLong();
  }

  public String totals() {
    return json.path("totals").toString();
  }

  /**
   * The endpoint of a route, whether its template comes from a mapping or from a folded path; with
   * a method in front ({@code GET /owners}) the endpoint of exactly that name.
   */
  public JsonNode endpoint(String route) {
    List<JsonNode> found =
        elements("endpoints").filter(node -> isRoute(node.path("name").asText(), route)).toList();
    assertEquals(1, found.size(), () -> "endpoints of " + route + " in " + names());
    return found.get(0);
  }

  public boolean hasEndpoint(String route) {
    return elements("endpoints").anyMatch(node -> isRoute(node.path("name").asText(), route));
  }

  public List<String> names() {
    return elements("endpoints").map(node -> node.path("name").asText()).toList();
  }

  public List<JsonNode> findings(String route) {
    return elements("findings")
        .filter(node -> isRoute(node.path("endpoint").asText(), route))
        .toList();
  }

  public List<JsonNode> findings(String route, String findingClass) {
    return findings(route).stream()
        .filter(node -> node.path("class").asText().equals(findingClass))
        .toList();
  }

  public Stream<JsonNode> elements(String list) {
    return StreamSupport.stream(json.path(list).spliterator(), false);
  }

  private static boolean isRoute(String endpoint, String route) {
    if (!route.startsWith("/")) {
      return endpoint.equals(route);
    }
    String name = endpoint.substring(endpoint.indexOf(' ') + 1);
    return name.equals(route) || name.startsWith(route + "/");
  }
}
