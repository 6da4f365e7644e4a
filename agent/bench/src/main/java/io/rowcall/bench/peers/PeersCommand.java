package io.rowcall.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The command {@code peers}, with the options of {@link PeerOptions}. Runs in the project's
 * directory, after a build.
 */
public final class PeersCommand {
  private static final Path APPLICATION =
      Path.of("agent/integration-tests/services/spring-jpa/target/spring-jpa.jar");

  private PeersCommand() {}

  /** Measures, prints the tables, and writes them to the file of {@code --out}. */
  @SuppressWarnings("SystemOut") // Results go to stdout.
  public static void run(List<String> arguments) throws IOException, InterruptedException {
    PeerOptions options = PeerOptions.parse(arguments);
    List<PeerTable> tables = options.tables().stream().map(name -> table(name, options)).toList();
    var comparison = new PeerComparison(Path.of("").toAbsolutePath(), tables, options.peers());
    comparison.prepare();
    Samples samples = comparison.run(options.rounds());
    String report = new PeerReport(tables, samples).text(options.rounds(), options.length());
    System.out.print(report);
    Files.writeString(options.out(), report);
  }

  private static PeerTable table(PeerOptions.TableName name, PeerOptions options) {
    return switch (name) {
      case REQUESTS -> new RequestsTable(options.length());
      case REPEATS -> new RepeatsTable(options.length());
      case THREADS -> new ThreadsTable(options.few(), options.many(), options.length());
      case STARTS -> new StartsTable(APPLICATION);
    };
  }
}
