package io.rowcall.cli;

import io.rowcall.cli.gate.BudgetCommand;
import io.rowcall.cli.gate.GateCommand;
import io.rowcall.format.ReportException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code rowcall}: maps what the commands say to an exit code. */
@Command(
    name = "rowcall",
    description = "Finds the call that a service makes for every row, in the reports of its agent.",
    subcommands = {ShowCommand.class, MergeCommand.class, GateCommand.class, BudgetCommand.class},
    mixinStandardHelpOptions = true,
    version = "rowcall 0.1.0-SNAPSHOT",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:passed",
      "1:the gate failed",
      "2:bad usage or input",
      "3:a fault of Rowcall itself"
    },
    footer = {
      "",
      "  rowcall show rowcall-reports/",
      "  rowcall budget --out rowcall-budget.yml rowcall-reports/",
      "  rowcall gate --budget rowcall-budget.yml rowcall-reports/"
    })
public final class Main {
  static final int PASSED = 0;
  static final int FAILED = 1;
  static final int BAD_INPUT = 2;
  static final int FAULT = 3;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print stack traces of faults.")
  boolean debug;

  private Main() {}

  @SuppressWarnings("SystemOut") // A program's results belong on stdout.
  public static void main(String[] arguments) {
    var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, false, StandardCharsets.UTF_8);
    int exitCode = run(out, err, arguments);
    out.flush();
    err.flush();
    System.exit(exitCode);
  }

  /** Runs a command as the program does, and gives its exit code. */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    var main = new Main();
    return new CommandLine(main)
        .setOut(out)
        .setErr(err)
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.AUTO))
        .setExecutionExceptionHandler((fault, line, result) -> exitCode(main, fault, err))
        .execute(arguments);
  }

  private static int exitCode(Main main, Exception fault, PrintWriter err) {
    boolean explained = fault instanceof ReportException || fault instanceof BadInput;
    boolean badInput = explained || fault instanceof IOException;
    err.println(
        badInput
            ? "rowcall: " + (explained ? fault.getMessage() : "cannot read " + fault.getMessage())
            : "rowcall: a fault of Rowcall itself: " + fault + ". Run it again with --debug.");
    if (main.debug) {
      fault.printStackTrace(err);
    }
    return badInput ? BAD_INPUT : FAULT;
  }
}
