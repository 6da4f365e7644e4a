package io.rowcall.cli.gate;

import io.rowcall.cli.BadInput;
import io.rowcall.cli.Input;
import io.rowcall.format.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code rowcall budget}: writes down what a run does today, so that tomorrow's can do no worse.
 */
@Command(
    name = "budget",
    description = {
      "Writes a budget from a run: what each endpoint asks at most becomes its limit, and what a gate"
          + " would fail becomes known debt.",
      "With --tighten, lowers the limits of a budget to the run, and drops debt that is paid; it"
          + " raises nothing and adds nothing."
    },
    mixinStandardHelpOptions = true)
public final class BudgetCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // Set by picocli.
  private CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Reports, folders of reports, or - for stdin. Default: rowcall-reports")
  private List<String> paths = new ArrayList<>();

  @Option(names = "--out", description = "The file to write. It must not exist. Default: stdout.")
  private @Nullable Path out;

  @Option(names = "--tighten", description = "A budget to lower, in its place.")
  private @Nullable Path tighten;

  @Option(
      names = "--owner",
      description = "Who pays the debt. Default: ${DEFAULT-VALUE}",
      defaultValue = "nobody yet")
  private String owner = "";

  @Option(
      names = "--days",
      description = "For how many days debt is borne. Default: ${DEFAULT-VALUE}",
      defaultValue = "90")
  private int days;

  @Override
  public Integer call() throws IOException {
    Report report = Input.read(paths);
    if (report.totals.requests == 0) {
      throw new BadInput("expected a run with requests, found none: it shows no limit");
    }
    var today = LocalDate.now(ZoneOffset.UTC);
    Path old = tighten;
    if (old != null) {
      tighten(old, new Ratchet(report, today));
      return CommandLine.ExitCode.OK;
    }
    PrintWriter say = spec.commandLine().getOut();
    Budget written = new Ratchet(report, today).first(owner, today.plusDays(days));
    String text = BudgetText.of(written);
    Path file = out;
    if (file == null) {
      say.print(text);
      return CommandLine.ExitCode.OK;
    }
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException exists) {
      throw new BadInput(
          file + ": expected no such file, found one. Lower it with --tighten " + file);
    }
    say.printf(
        Locale.ROOT,
        "%s: %s held to what they ask today, %s borne until %s%n",
        file,
        Numbers.count(written.rules().size(), "endpoint"),
        Numbers.count(written.debts().size(), "finding"),
        today.plusDays(days));
    return CommandLine.ExitCode.OK;
  }

  private void tighten(Path file, Ratchet ratchet) throws IOException {
    Yaml yaml = BudgetFile.yaml(file);
    Budget budget = BudgetFile.of(file, yaml);
    var edit = new BudgetEdit(yaml.text());
    if (!ratchet.isComplete()) {
      throw new BadInput(
          "expected a complete run, found one that dropped something: it may ask more than it shows."
              + " rowcall gate says what");
    }
    List<Ratchet.Lower> lower = ratchet.lower(budget);
    List<Debt> paid = ratchet.paid(budget);
    lower.forEach(edit::lower);
    paid.forEach(edit::strike);
    String edited = edit.edited();
    BudgetFile.of(file, yaml.with(edited)); // It stays a budget.
    if (!edited.equals(yaml.text())) {
      Files.writeString(file, edited);
    }
    PrintWriter say = spec.commandLine().getOut();
    say.printf(
        Locale.ROOT,
        "%s: %s lowered, %s paid%n",
        file,
        Numbers.count(lower.size(), "limit"),
        Numbers.count(paid.size(), "debt"));
    for (Debt debt : edit.byHand()) {
      say.printf(Locale.ROOT, "strike out by hand: %s (%s)%n", debt.finding(), debt.where());
    }
  }
}
