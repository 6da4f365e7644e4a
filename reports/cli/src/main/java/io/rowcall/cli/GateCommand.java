package io.rowcall.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rowcall.format.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rowcall gate}: passes or fails a run. */
@Command(
    name = "gate",
    description = "Holds reports to a budget; exits with 1 when they do not keep it.",
    mixinStandardHelpOptions = true)
final class GateCommand implements Callable<Integer> {
  private static final Path USUAL = Path.of("rowcall-budget.yml");

  @Spec
  @SuppressWarnings("NullAway.Init") // Set by picocli.
  private CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Reports, folders of reports, or - for stdin. Default: rowcall-reports")
  private List<String> paths = new ArrayList<>();

  @Option(
      names = "--budget",
      description = "The budget. Default: rowcall-budget.yml if there is one, else the defaults.")
  private @Nullable Path budgetFile;

  @Option(names = "--json", description = "Print the verdict as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Budget budget = budget();
    Report report = Input.read(paths);
    List<Breach> breaches = new Gate(report, budget, LocalDate.now(ZoneOffset.UTC)).judge();
    long errors = breaches.stream().filter(breach -> breach.level() == Level.ERROR).count();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(asJson(errors == 0, breaches));
    } else {
      text(out, budget, report, breaches, errors);
    }
    return errors == 0 ? Main.PASSED : Main.FAILED;
  }

  private Budget budget() throws IOException {
    Path named = budgetFile;
    if (named != null) {
      return BudgetFile.read(named);
    }
    return Files.exists(USUAL) ? BudgetFile.read(USUAL) : Budget.byDefault();
  }

  private static void text(
      PrintWriter out, Budget budget, Report report, List<Breach> breaches, long errors) {
    for (Breach breach : breaches) {
      out.printf(
          Locale.ROOT,
          "%s  %s%n    %s%n",
          breach.level() == Level.ERROR ? "FAIL" : "warn",
          breach.about(),
          breach.text());
    }
    out.printf(
        Locale.ROOT,
        "%s: %d errors, %d warnings; %d requests of %d endpoints held to %s%n",
        errors == 0 ? "passed" : "failed",
        errors,
        breaches.size() - errors,
        report.totals.requests,
        report.endpoints.size(),
        budget.source());
  }

  private static String asJson(boolean passed, List<Breach> breaches) throws IOException {
    var mapper = JsonMapper.builder().build();
    var root = mapper.createObjectNode().put("passed", passed);
    var list = root.putArray("breaches");
    for (Breach breach : breaches) {
      list.addObject()
          .put("level", breach.level().name().toLowerCase(Locale.ROOT))
          .put("about", breach.about())
          .put("text", breach.text());
    }
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }
}
