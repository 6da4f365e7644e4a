package io.rowcall.sample.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project adopts the gate, and one changed repository later the gate says where it is. */
final class GateIT {
  private static final Path DOUBLES = Path.of("src/test/resources/doubles").toAbsolutePath();
  private static final String DOUBLE = "io/rowcall/sample/contacts/OptimizedContacts.java";
  private static final String SOURCES = Path.of("src/main/java").toAbsolutePath().toString();

  @TempDir private Path folder;

  @BeforeEach
  void needTheJars() {
    Jars.assumeBuilt();
  }

  @Test
  void leadsFromALoadToABudgetAndToTheLineOfANewNPlusOne() throws Exception {
    Path today = load("today", List.of());
    Jars.Run unknown = gate("", today);
    assertEquals(1, unknown.exitCode(), unknown::printed);
    assertTrue(unknown.printed().contains("BaselineContacts.java:"), unknown::printed);

    String budget = folder.resolve("rowcall-budget.yml").toString();
    Jars.Run written = Jars.rowcall(folder, "budget", "--out", budget, today.toString());
    assertEquals(0, written.exitCode(), written::printed);
    Jars.Run same = gate(budget, today);
    assertEquals(0, same.exitCode(), same::printed);
    assertTrue(
        same.printed().contains("passed: 0 errors, 0 warnings; 12 requests to 4 endpoints"),
        same::printed);

    Path changed = load("changed", List.of(compiled()));
    Jars.Run failed = gate(budget, changed);
    assertEquals(1, failed.exitCode(), failed::printed);
    int line = lineOfTheLoop();
    assertTrue(failed.printed().contains("FAIL  GET /api/my-500  [n+1-select"), failed::printed);
    assertTrue(failed.printed().contains("23 queries in one request, 4 allowed"), failed::printed);
    JsonNode result = sarif("n+1-select");
    String path = result.at("/locations/0/physicalLocation/artifactLocation/uri").asText();
    assertTrue(path.endsWith(DOUBLE), path);
    assertEquals(line, result.at("/locations/0/physicalLocation/region/startLine").asInt());
    String annotations = Files.readString(folder.resolve("annotations.txt"));
    assertTrue(
        annotations.startsWith("::error file=" + path + ",line=" + line + ",title="),
        () -> annotations);
    assertTrue(annotations.lines().noneMatch(each -> each.contains("/baseline/")), annotations);
  }

  /** The same calls to both forms of two endpoints, one after the other. */
  private Path load(String name, List<Path> classes) throws Exception {
    Path home = folder.resolve(name);
    try (SampleService service = SampleService.start(home, classes)) {
      for (int i = 0; i < 3; i++) {
        service.get("/baseline/api/my-500?page=1");
        service.get("/api/my-500?page=1");
        service.get("/baseline/api/meetings/list?page=1");
        service.get("/api/meetings/list?page=1");
      }
    }
    return home.resolve("rowcall-reports");
  }

  private Jars.Run gate(String budget, Path reports) throws Exception {
    var words = new java.util.ArrayList<String>(List.of("gate"));
    if (!budget.isEmpty()) {
      words.addAll(List.of("--budget", budget));
    }
    words.addAll(List.of("--source-root", DOUBLES.toString(), "--source-root", SOURCES));
    words.addAll(List.of("--output", "sarif=gate.sarif", "--output", "github=annotations.txt"));
    words.add(reports.toString());
    return Jars.rowcall(folder, words.toArray(new String[0]));
  }

  private JsonNode sarif(String rule) throws IOException {
    JsonNode results =
        new ObjectMapper().readTree(folder.resolve("gate.sarif").toFile()).at("/runs/0/results");
    return StreamSupport.stream(results.spliterator(), false)
        .filter(result -> result.get("ruleId").asText().equals(rule))
        .findFirst()
        .orElseThrow(() -> new AssertionError(results.toPrettyString()));
  }

  /** The repository's double as class files. */
  private Path compiled() throws IOException {
    Path classes = Files.createDirectories(folder.resolve("double"));
    var compiler = ToolProvider.getSystemJavaCompiler();
    assertNotNull(compiler);
    String path = Jars.APP + java.io.File.pathSeparator + System.getProperty("java.class.path", "");
    int result =
        compiler.run(
            null,
            null,
            null,
            "-g",
            "-proc:none",
            "-cp",
            path,
            "-d",
            classes.toString(),
            DOUBLES.resolve(DOUBLE).toString());
    assertEquals(0, result);
    return classes;
  }

  private static int lineOfTheLoop() throws IOException {
    List<String> lines = Files.readAllLines(DOUBLES.resolve(DOUBLE));
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains("A query for every contact.")) {
        return i + 1;
      }
    }
    throw new AssertionError("the double has lost its mark");
  }
}
