package io.rowcall.cli.gate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rowcall.cli.InvalidInputException;
import io.rowcall.cli.ReportLoader;
import io.rowcall.cli.ReportPaths;
import io.rowcall.cli.TerminalText;
import io.rowcall.format.Report;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code rowcall budget}: writes down what a run does today, so that tomorrow's can do no worse.
 */
@Command(
    name = "budget",
    description = {
      "Writes a budget from a run: what each endpoint asks at most becomes its limit, and what a gate"
          + " would say becomes known debt.",
      "With --tighten, lowers the limits of a budget to the run, and drops debt that is paid; it"
          + " raises nothing and adds nothing."
    },
    mixinStandardHelpOptions = true)
public final class BudgetCommand implements Callable<Integer> {
  private static final int MAX_DAYS = 3650;

  @Spec
  @SuppressWarnings("NullAway.Init") // Set by picocli.
  private CommandSpec spec;

  @Mixin private ReportPaths reports = new ReportPaths();

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

  @Option(names = "--json", description = "Print JSON: what was done, or the budget itself.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (out != null && tighten != null) {
      throw new InvalidInputException("expected --out or --tighten, found both");
    }
    if (days < 0 || days > MAX_DAYS) {
      throw new InvalidInputException("--days: expected 0 to " + MAX_DAYS + ", found " + days);
    }
    Report report = ReportLoader.read(reports.asWritten());
    if (report.totals.requests == 0) {
      throw new InvalidInputException(
          "expected a run with requests, found none: it shows no limit");
    }
    MarkedRequests.of(report);
    var today = LocalDate.now(ZoneOffset.UTC);
    var ratchet = new Ratchet(report, today);
    Path old = tighten;
    if (old != null) {
      tighten(old, ratchet);
    } else {
      write(ratchet.first(owner, today.plusDays(days)), today.plusDays(days));
    }
    return CommandLine.ExitCode.OK;
  }

  private void write(Budget budget, LocalDate until) throws IOException {
    Path file = out;
    if (file == null) {
      print(json ? BudgetText.json(budget) : BudgetText.of(budget));
      return;
    }
    try {
      Files.writeString(file, BudgetText.of(budget), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException exists) {
      throw new InvalidInputException(
          file + ": expected no such file, found one. Lower it with --tighten " + file);
    }
    int endpoints = budget.rules().size();
    int findings = budget.debts().size();
    if (json) {
      ObjectNode done = JsonText.JSON.createObjectNode().put("file", file.toString());
      done.put("endpoints", endpoints).put("debts", findings).put("until", until.toString());
      print(JsonText.of(done));
    } else {
      print(
          file
              + ": "
              + NumberText.count(endpoints, "endpoint")
              + " held to what they ask today, "
              + NumberText.count(findings, "finding")
              + " borne until "
              + until
              + "\n");
    }
  }

  private void tighten(Path file, Ratchet ratchet) throws IOException {
    if (!ratchet.isComplete()) {
      throw new InvalidInputException(
          "expected a complete run, found one that dropped something: it may ask more than it shows."
              + " rowcall gate says what");
    }
    Yaml yaml = BudgetFile.yaml(file);
    Budget budget = BudgetFile.of(file, yaml);
    var edit = new BudgetEdit(yaml.text());
    List<Ratchet.Lower> lower = ratchet.lower(budget);
    List<Suppression> paid = ratchet.paid(budget);
    Map<Suppression, String> renewed = ratchet.renewed(budget);
    lower.forEach(edit::lower);
    renewed.forEach(edit::renew);
    paid.forEach(edit::strike);
    String edited = edit.edited();
    BudgetFile.of(file, yaml.with(edited)); // It stays a budget.
    if (!edited.equals(yaml.text())) {
      Files.writeString(file, edited);
    }
    if (json) {
      ObjectNode done = JsonText.JSON.createObjectNode().put("file", file.toString());
      done.put("lowered", lower.size()).put("paid", paid.size());
      done.put("renewed", renewed.size());
      ArrayNode byHand = done.putArray("strikeOutByHand");
      edit.byHand().forEach(debt -> byHand.add(debt.finding()));
      print(JsonText.of(done));
      return;
    }
    print(
        file
            + ": "
            + NumberText.count(lower.size(), "limit")
            + " lowered, "
            + NumberText.count(paid.size(), "debt")
            + " paid"
            + (renewed.isEmpty() ? "" : ", " + NumberText.count(renewed.size(), "id") + " renewed")
            + "\n");
    for (Suppression debt : paid) {
      String doing = edit.byHand().contains(debt) ? "strike out by hand: " : "paid: ";
      print(
          TerminalText.line(doing + debt.place() + debt.inWords() + " (" + debt.where() + ")")
              + "\n");
    }
  }

  private void print(String text) {
    spec.commandLine().getOut().print(text);
  }
}
