package io.rowcall.bench.peers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Options of the command {@code peers}.
 *
 * @param peers selected peers, none first
 * @param tables selected tables
 * @param threads numbers of threads of the table {@code threads}
 */
record PeerOptions(
    int rounds,
    List<Peer> peers,
    Set<TableName> tables,
    List<Integer> threads,
    TrialLength length,
    Path out) {

  /** Name of tables on the command line. All but {@link #LOOPBACK} are selected by default. */
  enum TableName {
    REQUESTS,
    LOOPBACK,
    REPEATS,
    THREADS,
    STARTS
  }

  static final String USAGE =
      "peers [--rounds n] [--only peer,…] [--table requests|loopback|repeats|threads|starts,…]"
          + " [--threads n,…] [--quick true] [--out file]";

  /**
   * Parses pairs of an option and its value.
   *
   * @throws IllegalArgumentException with the usage, if an option or value is unknown
   */
  static PeerOptions parse(List<String> arguments) {
    int rounds = 5;
    List<Peer> peers = Peers.all();
    Set<TableName> tables = EnumSet.complementOf(EnumSet.of(TableName.LOOPBACK));
    List<Integer> threads = List.of(4, 16);
    TrialLength length = TrialLength.FULL;
    Path out = Path.of("agent/bench/target/PEERS.md");
    try {
      for (int i = 0; i < arguments.size(); i += 2) {
        String value = arguments.get(i + 1);
        switch (arguments.get(i)) {
          case "--rounds" -> rounds = Integer.parseInt(value);
          case "--only" -> peers = only(values(value));
          case "--table" -> tables = tables(values(value));
          case "--threads" -> threads = values(value).stream().map(Integer::valueOf).toList();
          case "--quick" ->
              length = Boolean.parseBoolean(value) ? TrialLength.QUICK : TrialLength.FULL;
          case "--out" -> out = Path.of(value);
          default -> throw new IllegalArgumentException("unknown option " + arguments.get(i));
        }
      }
      return new PeerOptions(rounds, peers, tables, threads, length, out);
    } catch (IllegalArgumentException | IndexOutOfBoundsException wrong) {
      throw new IllegalArgumentException(
          "expected " + USAGE + ", found " + String.join(" ", arguments), wrong);
    }
  }

  private static List<String> values(String list) {
    return Arrays.asList(list.split(","));
  }

  private static List<Peer> only(List<String> selections) {
    var selected = new ArrayList<>(List.of(Peers.NONE));
    var known = new ArrayList<>(Peers.all());
    known.addAll(Peers.onRequest());
    for (String selection : selections) {
      if (known.stream().noneMatch(peer -> peer.isSelectedBy(selection))) {
        throw new IllegalArgumentException("unknown peer " + selection);
      }
    }
    for (Peer peer : known) {
      if (!peer.equals(Peers.NONE) && selections.stream().anyMatch(peer::isSelectedBy)) {
        selected.add(peer);
      }
    }
    return selected;
  }

  private static Set<TableName> tables(List<String> names) {
    var tables = EnumSet.noneOf(TableName.class);
    names.forEach(name -> tables.add(TableName.valueOf(name.toUpperCase(Locale.ROOT))));
    return tables;
  }
}
