package io.rowcall.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The command {@code peers [--rounds n] [--out file]}, run in the project's folder after it was
 * built: about two minutes a round.
 */
public final class Peers {
  private static final int ROUNDS = 5;

  private Peers() {}

  /** Measures, prints the table, and writes it where {@code --out} says. */
  @SuppressWarnings("SystemOut") // A program's results belong on stdout.
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
    var sideBySide = new SideBySide(Path.of("").toAbsolutePath());
    sideBySide.download();
    sideBySide.run(rounds);
    String table = new PeersTable(sideBySide.samples(), sideBySide.failures()).text(rounds);
    System.out.print(table);
    Files.writeString(out, table);
  }
}
