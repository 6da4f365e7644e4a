package io.rowcall.bench.peers;

import io.rowcall.bench.peers.PeerOptions.TableName;
import io.rowcall.bench.trial.Database;
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

  private static final Path DOWNLOADS = Path.of("agent/bench/target/peers");

  private static final String H2 = "H2 2.4 through HikariCP";
  private static final String POSTGRESQL =
      "PostgreSQL's driver through HikariCP, with a stub server";

  private PeersCommand() {}

  /**
   * Measures, prints the tables, and writes them to the file of {@code --out}. Exits with 2 if an
   * option is wrong.
   *
   * @param agent Rowcall's jar
   */
  @SuppressWarnings("SystemOut") // Results go to stdout, usage errors to stderr.
  public static void run(Path agent, List<String> arguments)
      throws IOException, InterruptedException {
    PeerOptions options;
    try {
      options = PeerOptions.parse(arguments);
    } catch (IllegalArgumentException wrong) {
      System.err.println("rowcall-bench: " + wrong.getMessage());
      System.exit(2);
      return;
    }
    List<PeerTable> tables =
        options.tables().stream().flatMap(name -> tables(name, options).stream()).toList();
    var comparison = new PeerComparison(tables, options.peers());
    comparison.prepare(agent, DOWNLOADS);
    Samples samples = comparison.run(options.rounds());
    String report = new PeerReport(tables, samples).text(options.rounds(), options.length());
    System.out.print(report);
    Files.writeString(options.out(), report);
  }

  private static List<PeerTable> tables(TableName name, PeerOptions options) {
    TrialLength length = options.length();
    return switch (name) {
      case REQUESTS ->
          List.of(
              new RequestsTable(Database.H2, H2, length),
              new RequestsTable(Database.POSTGRESQL, POSTGRESQL, length));
      case LOOPBACK ->
          List.of(
              new RequestsTable(
                  Database.POSTGRESQL_LOOPBACK, POSTGRESQL + " over loopback", length));
      case REPEATS -> List.of(new RepeatsTable(length));
      case THREADS ->
          List.of(
              new ThreadsTable(Database.H2, H2, options.threads(), length),
              new ThreadsTable(Database.POSTGRESQL, POSTGRESQL, options.threads(), length));
      case STARTS -> List.of(new StartsTable(APPLICATION));
    };
  }
}
