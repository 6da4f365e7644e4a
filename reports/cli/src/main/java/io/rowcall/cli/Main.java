package io.rowcall.cli;

import io.rowcall.format.read.ReportException;
import io.rowcall.input.InvalidInputException;
import io.rowcall.text.TerminalText;
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

/** Entry point of {@code rowcall}. Maps results and exceptions to exit codes. */
@Command(
    name = "rowcall",
    description = "Finds N+1 queries and other wasted queries in the reports of the Rowcall agent.",
    subcommands = {
      ShowCommand.class,
      HtmlCommand.class,
      DiffCommand.class,
      MergeCommand.class,
      GateCommand.class,
      BudgetCommand.class,
      MarkCommand.class,
      SchemaCommand.class,
      CompletionCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "Exit codes: 0 passed, 1 the gate failed, 2 invalid usage or input, 3 an internal",
      "error of Rowcall. NO_COLOR disables colors.",
      "",
      "  rowcall show rowcall-reports/",
      "  rowcall budget --out rowcall-budget.yml rowcall-reports/",
      "  rowcall gate --budget rowcall-budget.yml rowcall-reports/"
    })
public final class Main {
  private static final long MEGABYTE = 1024 * 1024;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of an error.")
  boolean debug;

  Main() {}

  @SuppressWarnings("SystemOut") // Results of a command belong on stdout.
  public static void main(String[] arguments) {
    var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, false, StandardCharsets.UTF_8);
    int exitCode = run(out, err, arguments);
    out.flush();
    err.flush();
    System.exit(exitCode);
  }

  /** Runs a command and returns its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    var main = new Main();
    try {
      return new CommandLine(main)
          .setOut(out)
          .setErr(err)
          .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.AUTO))
          .setExecutionExceptionHandler((exception, line, result) -> report(exception, main, err))
          .execute(arguments);
    } catch (OutOfMemoryError outOfMemory) {
      err.printf(
          Locale.ROOT,
          "rowcall: expected reports that fit into %d MB of memory, found larger ones."
              + " Use a larger heap: java -Xmx2g -jar rowcall.jar%n",
          Runtime.getRuntime().maxMemory() / MEGABYTE);
      return ExitCode.INVALID_INPUT;
    }
  }

  private static int report(Exception exception, Main main, PrintWriter err) {
    int exitCode = ExitCode.INVALID_INPUT;
    String message;
    if (exception instanceof ReportException || exception instanceof InvalidInputException) {
      message = exception.getMessage();
    } else if (exception instanceof IOException ioException) {
      message = describe(ioException);
    } else {
      exitCode = ExitCode.INTERNAL_ERROR;
      message = "internal error: " + exception + ". Run again with --debug for details.";
    }
    err.println(TerminalText.line("rowcall: " + message));
    if (main.debug) {
      exception.printStackTrace(err);
    }
    return exitCode;
  }

  /** The message of a file system exception is only the path; its type tells what is wrong. */
  private static String describe(IOException exception) {
    String reason =
        exception instanceof AccessDeniedException
            ? ": access denied"
            : exception instanceof NoSuchFileException ? ": no such file" : "";
    return "cannot use " + exception.getMessage() + reason;
  }
}
