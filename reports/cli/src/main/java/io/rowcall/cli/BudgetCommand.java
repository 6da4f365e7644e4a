package io.rowcall.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rowcall.gate.BudgetDraft;
import io.rowcall.gate.Ratchet;
import io.rowcall.gate.TightenedBudget;
import io.rowcall.input.InvalidInputException;
import io.rowcall.input.ReportLoader;
import io.rowcall.text.JsonText;
import io.rowcall.text.NumberText;
import io.rowcall.text.TerminalText;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rowcall budget}: creates a budget from a run, or tightens one. */
@Command(
    name = "budget",
    description = {
      "Creates a budget from a run: the maximum of each endpoint becomes its limit, and current"
          + " findings are accepted for a while.",
      "With --tighten, lowers the limits of an existing budget to the run and removes findings that"
          + " are fixed. Never raises a limit or adds an entry."
    },
    mixinStandardHelpOptions = true)
final class BudgetCommand implements Callable<Integer> {
  private static final int MAX_DAYS = 3650;

  @Spec
  @SuppressWarnings("NullAway.Init") // Set by picocli.
  private CommandSpec spec;

  @Mixin private ReportPaths reports = new ReportPaths();

  @Option(names = "--out", description = "The file to create; must not exist. Default: stdout.")
  private @Nullable Path out;

  @Option(names = "--tighten", description = "The budget file to tighten, in place.")
  private @Nullable Path tighten;

  @Option(
      names = "--owner",
      description = "Who will fix the accepted findings. Default: ${DEFAULT-VALUE}",
      defaultValue = "nobody yet")
  private String owner = "";

  @Option(
      names = "--days",
      description = "For how many days findings are accepted. Default: ${DEFAULT-VALUE}",
      defaultValue = "90")
  private int days;

  @Option(names = "--json", description = "Print JSON: the budget, or a summary of the changes.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (out != null && tighten != null) {
      throw new InvalidInputException("expected --out or --tighten, found both");
    }
    if (days < 0 || days > MAX_DAYS) {
      throw new InvalidInputException("--days: expected 0 to " + MAX_DAYS + ", found " + days);
    }
    var ratchet = new Ratchet(ReportLoader.load(reports.paths()));
    if (tighten != null) {
      tighten(tighten, ratchet);
    } else {
      LocalDate until = LocalDate.now(ZoneOffset.UTC).plusDays(days);
      BudgetDraft draft = ratchet.draft(owner, until);
      if (out != null) {
        create(out, draft, until);
      } else {
        print(json ? draft.toJson() : draft.toYaml());
      }
    }
    return ExitCode.PASSED;
  }

  private void create(Path file, BudgetDraft draft, LocalDate until) throws IOException {
    try {
      Files.writeString(file, draft.toYaml(), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException exists) {
      throw new InvalidInputException(
          file + ": expected no such file, found one. To update it, use --tighten " + file);
    }
    if (json) {
      ObjectNode summary = JsonText.JSON.createObjectNode().put("file", file.toString());
      summary.put("endpoints", draft.endpoints()).put("debts", draft.acceptedFindings());
      print(JsonText.of(summary.put("until", until.toString())));
    } else {
      print(
          file
              + ": limits for "
              + NumberText.count(draft.endpoints(), "endpoint")
              + ", "
              + NumberText.count(draft.acceptedFindings(), "finding")
              + " accepted until "
              + until
              + "\n");
    }
  }

  private void tighten(Path file, Ratchet ratchet) throws IOException {
    TightenedBudget tightened = ratchet.tighten(file);
    if (tightened.changed()) {
      Files.writeString(file, tightened.text());
    }
    print(json ? asJson(file, tightened) : asText(file, tightened));
  }

  private static String asJson(Path file, TightenedBudget tightened) {
    ObjectNode summary = JsonText.JSON.createObjectNode().put("file", file.toString());
    summary.put("lowered", tightened.lowered()).put("paid", tightened.fixed().size());
    summary.put("renewed", tightened.updatedIds());
    ArrayNode byHand = summary.putArray("strikeOutByHand");
    tightened.fixed().stream()
        .filter(finding -> !finding.removed())
        .forEach(finding -> byHand.add(finding.id()));
    return JsonText.of(summary);
  }

  private static String asText(Path file, TightenedBudget tightened) {
    List<TightenedBudget.FixedFinding> fixed = tightened.fixed();
    var text = new StringBuilder();
    text.append(file).append(": ").append(NumberText.count(tightened.lowered(), "limit"));
    text.append(" lowered, ").append(NumberText.count(fixed.size(), "finding")).append(" fixed");
    if (tightened.updatedIds() > 0) {
      text.append(", ").append(NumberText.count(tightened.updatedIds(), "id")).append(" updated");
    }
    text.append('\n');
    for (TightenedBudget.FixedFinding finding : fixed) {
      String line =
          (finding.removed() ? "fixed and removed: " : "fixed, remove by hand: ")
              + (finding.endpoint().isEmpty() ? "" : finding.endpoint() + ": ")
              + finding.description()
              + " ("
              + finding.origin()
              + ")";
      text.append(TerminalText.line(line)).append('\n');
    }
    return text.toString();
  }

  private void print(String text) {
    spec.commandLine().getOut().print(text);
  }
}
