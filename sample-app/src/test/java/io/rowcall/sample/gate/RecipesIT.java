package io.rowcall.sample.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Runs the shell steps of the CI recipes in a project that consists of the two jars and a build
 * that runs a service: first without a budget, then with the budget of this run.
 */
final class RecipesIT {
  private static final Path RECIPES = Path.of("../reports/recipes").toAbsolutePath().normalize();

  @TempDir private Path project;

  @BeforeEach
  void makeProject() throws IOException {
    Jars.requireBuilt();
    Path tools = Files.createDirectories(project.resolve("tools/rowcall"));
    Files.copy(Jars.AGENT, tools.resolve("rowcall-agent.jar"));
    Files.copy(Jars.ROWCALL, tools.resolve("rowcall.jar"));
    Path source = Files.createDirectories(project.resolve("src/main/java")).resolve("Kiosk.java");
    Files.copy(Path.of("src/test/java/io/rowcall/sample/gate/Kiosk.java"), source);
    Path build = project.resolve("mvnw");
    Files.writeString(
        build,
        "#!/bin/sh\n[ \"$*\" = '-B verify' ] && exec '%s' -XX:TieredStopAtLevel=1 -cp '%s' %s\n"
            .formatted(
                Jars.java(), System.getProperty("java.class.path", ""), Kiosk.class.getName()));
    assertTrue(build.toFile().setExecutable(true));
  }

  @Test
  void githubRecipeAnnotatesSummarizesAndUploads() throws Exception {
    Map<?, ?> job = map(map(map(yaml("github-actions.yml")).get("jobs")).get("queries"));
    var steps = new ArrayList<Step>();
    var uses = new ArrayList<String>();
    for (Object each : list(job.get("steps"))) {
      Map<?, ?> step = map(each);
      if (step.containsKey("run")) {
        steps.add(new Step(text(step.get("run")), environment(step.get("env"))));
      } else {
        uses.add(text(step.get("uses")).replaceFirst("@.*", ""));
      }
    }
    Path summary = project.resolve("summary.md");
    var variables = Map.of("GITHUB_STEP_SUMMARY", summary.toString());
    String log = failsThenPasses(steps, variables);
    String annotation =
        "\n::error file=src/main/java/Kiosk.java,line=\\d+,title=rowcall n\\+1-select%3A GET /orders::";
    assertTrue(Pattern.compile(annotation).matcher(log).find(), log);
    assertTrue(Files.readString(summary).startsWith("## Rowcall: failed\n"));
    assertTrue(Files.readString(summary).contains("## Rowcall: passed\n"));
    assertTrue(Files.readString(project.resolve("rowcall.sarif")).contains("\"2.1.0\""));
    assertEquals(
        List.of(
            "actions/checkout",
            "actions/setup-java",
            "github/codeql-action/upload-sarif",
            "actions/upload-artifact"),
        uses);
  }

  @Test
  void gitlabRecipeWritesItsArtifacts() throws Exception {
    Map<?, ?> job = map(map(yaml("gitlab-ci.yml")).get("queries"));
    var steps = new ArrayList<Step>();
    for (Object line : list(job.get("script"))) {
      steps.add(new Step(text(line), environment(job.get("variables"))));
    }
    failsThenPasses(steps, Map.of("CI_PROJECT_DIR", project.toString()));
    Map<?, ?> artifacts = map(map(job.get("artifacts")).get("reports"));
    assertEquals(Set.of("codequality", "junit"), artifacts.keySet());
    for (Object file : artifacts.values()) {
      assertTrue(Files.isRegularFile(project.resolve(text(file))), text(file));
    }
  }

  @Test
  void jenkinsRecipeWritesWhatItsPluginsRead() throws Exception {
    String recipe = Files.readString(RECIPES.resolve("Jenkinsfile"));
    Matcher shell = Pattern.compile("(?s)\\bsh\\s+(?:'''(.*?)'''|'([^'\\n]*)')").matcher(recipe);
    var steps = new ArrayList<Step>();
    while (shell.find()) {
      String script = shell.group(1) == null ? shell.group(2) : shell.group(1);
      // Groovy reads two backslashes as one.
      steps.add(new Step(script.replace("\\\\", "\\"), Map.of()));
    }
    assertEquals(2, steps.size());
    Matcher variable =
        Pattern.compile("ROWCALL_REPORT_DIR = \"\\$\\{env\\.WORKSPACE}(.*)\"").matcher(recipe);
    assertTrue(variable.find());
    failsThenPasses(
        steps,
        Map.of("WORKSPACE", project.toString(), "ROWCALL_REPORT_DIR", project + variable.group(1)));
    Matcher read = Pattern.compile("(?:testResults|pattern): '([^']*)'").matcher(recipe);
    int files = 0;
    while (read.find()) {
      assertTrue(Files.isRegularFile(project.resolve(read.group(1))), read.group(1));
      files++;
    }
    assertEquals(2, files);
  }

  /** Command of a recipe with its own environment variables. */
  private record Step(String script, Map<String, String> environment) {}

  /** Returns the output of both runs. */
  private String failsThenPasses(List<Step> steps, Map<String, String> variables) throws Exception {
    for (Step step : steps.subList(0, steps.size() - 1)) {
      Jars.Run built = shell(step, variables);
      assertEquals(0, built.exitCode(), built::output);
    }
    Step gate = steps.get(steps.size() - 1);
    Jars.Run failed = shell(gate, variables);
    assertEquals(1, failed.exitCode(), failed::output);
    assertTrue(failed.output().contains("FAIL  GET /orders"), failed::output);
    Jars.Run budget = Jars.rowcall(project, "budget", "--out", "rowcall-budget.yml");
    assertEquals(0, budget.exitCode(), budget::output);
    Jars.Run passed = shell(gate, variables);
    assertEquals(0, passed.exitCode(), passed::output);
    assertFalse(passed.output().contains("::error"), passed::output);
    return failed.output() + passed.output();
  }

  /** Runs a step as CI systems do: one shell per step, which exits at the first failing command. */
  private Jars.Run shell(Step step, Map<String, String> variables) throws Exception {
    var command = new ArrayList<>(List.of("/usr/bin/env"));
    variables.forEach((name, value) -> command.add(name + "=" + value));
    step.environment().forEach((name, value) -> command.add(name + "=" + expand(value)));
    command.addAll(List.of("/bin/sh", "-ec", step.script()));
    return Jars.run(project, command);
  }

  private String expand(String value) {
    return value
        .replace("${{ github.workspace }}", project.toString())
        .replace("$CI_PROJECT_DIR", project.toString());
  }

  private static @Nullable Object yaml(String name) throws IOException {
    var load = new Load(LoadSettings.builder().build());
    return load.loadFromString(Files.readString(RECIPES.resolve(name)));
  }

  private static Map<String, String> environment(@Nullable Object variables) {
    var environment = new HashMap<String, String>();
    if (variables instanceof Map<?, ?> named) {
      named.forEach((name, value) -> environment.put(text(name), text(value)));
    }
    return environment;
  }

  private static Map<?, ?> map(@Nullable Object node) {
    return (Map<?, ?>) Objects.requireNonNull(node);
  }

  private static List<?> list(@Nullable Object node) {
    return (List<?>) Objects.requireNonNull(node);
  }

  private static String text(@Nullable Object node) {
    return (String) Objects.requireNonNull(node);
  }
}
