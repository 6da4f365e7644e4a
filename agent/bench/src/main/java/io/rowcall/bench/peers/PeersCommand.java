package io.rowcall.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The command {@code peers [--rounds n] [--out file]}. Runs in the project's directory, after a
 * build; about two minutes per round.
 */
public final class PeersCommand {
  private static final int ROUNDS = 5;

  private PeersCommand() {}

  /** Measures, prints the table, and writes it to the file of {@code --out}. */
  @SuppressWarnings("SystemOut") // Results go to stdout.
  public static void run(List<String> arguments) throws IOException, InterruptedException {
    int rounds = ROUNDS;
    Path out = Path.of("agent/bench/target/PEERS.md");
    for (int i = 0; i + 1 < arguments.size(); i += 2) {
      switch (arguments.get(i)) {
        case "--rounds" -> rounds = Integer.parseInt(arguments.get(i + 1));
        case "--out" -> out = Path.of(arguments.get(i + 1));
        default ->
            throw new IllegalArgumentException(
                "expected --rounds or --out, found " + arguments.get(i));
      }
    }
    var comparison = new PeerComparison(Path.of("").toAbsolutePath());
    comparison.download();
    comparison.run(rounds);
    String table = new PeerReport(comparison.samples(), comparison.failures()).text(rounds);
    System.out.print(table);
    Files.writeString(out, table);
  }
}
