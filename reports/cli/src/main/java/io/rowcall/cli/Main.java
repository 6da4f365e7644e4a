package io.rowcall.cli;

import io.rowcall.cli.diff.DiffCommand;
import io.rowcall.cli.gate.BudgetCommand;
import io.rowcall.cli.gate.GateCommand;
import io.rowcall.format.ReportException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code rowcall}: maps what the commands say to an exit code. */
@Command(
    name = "rowcall",
    description = "Finds the call that a service makes for every row, in the reports of its agent.",
    subcommands = {
      ShowCommand.class,
      DiffCommand.class,
      MergeCommand.class,
      GateCommand.class,
      BudgetCommand.class,
      MarkCommand.class,
      SchemaCommand.class,
      CompletionCommand.class
    },
    mixinStandardHelpOptions = true,
    version = "rowcall 0.1.0-SNAPSHOT",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "Exit codes: 0 passed, 1 the gate failed, 2 bad usage or input, 3 a fault of",
      "Rowcall itself. NO_COLOR is obeyed.",
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

  private static final long MEGABYTE = 1024 * 1024;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print stack traces of faults.")
  boolean debug;

  Main() {}

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
    try {
      return new CommandLine(main)
          .setOut(out)
          .setErr(err)
          .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.AUTO))
          .setExecutionExceptionHandler((fault, line, result) -> exitCode(main, fault, err))
          .execute(arguments);
    } catch (OutOfMemoryError full) {
      err.printf(
          Locale.ROOT,
          "rowcall: expected reports that fit into %d MB of memory, found larger ones."
              + " Give Java more: java -Xmx2g -jar rowcall.jar%n",
          Runtime.getRuntime().maxMemory() / MEGABYTE);
      return BAD_INPUT;
    }
  }

  private static int exitCode(Main main, Exception fault, PrintWriter err) {
    boolean explained = fault instanceof ReportException || fault instanceof InvalidInputException;
    boolean badInput = explained || fault instanceof IOException;
    err.println(
        TerminalText.line(
            badInput
                ? "rowcall: " + (explained ? fault.getMessage() : unusable((IOException) fault))
                : "rowcall: a fault of Rowcall itself: " + fault + ". Run it again with --debug."));
    if (main.debug) {
      fault.printStackTrace(err);
    }
    return badInput ? BAD_INPUT : FAULT;
  }

  /** The messages of the JDK's own exceptions are a path, and what is wrong is their type. */
  private static String unusable(IOException fault) {
    String reason =
        fault instanceof AccessDeniedException
            ? ": it may not be read or written"
            : fault instanceof NoSuchFileException ? ": there is no such file" : "";
    return "cannot use " + fault.getMessage() + reason;
  }
}
