package io.rowcall.bench.peers;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All samples of a comparison, and the peers that failed. */
final class Samples {
  private final List<Peer> peers;
  private final Map<Peer, Map<Figure, Series>> series = new LinkedHashMap<>();
  private final Map<Peer, Map<PeerTable, String>> failures = new LinkedHashMap<>();

  Samples(List<Peer> peers) {
    this.peers = peers;
  }

  List<Peer> peers() {
    return peers;
  }

  void add(Peer peer, Figure figure, int round, double sample) {
    series
        .computeIfAbsent(peer, any -> new HashMap<>())
        .computeIfAbsent(figure, any -> new Series())
        .add(round, sample);
  }

  /** Empty if it was not measured. */
  Series of(Peer peer, Figure figure) {
    return series.getOrDefault(peer, Map.of()).getOrDefault(figure, new Series());
  }

  /** Differences to none, round by round. */
  Series added(Peer peer, Figure figure) {
    return of(peer, figure).minus(of(Peers.NONE, figure));
  }

  boolean has(Peer peer, Figure figure) {
    return !of(peer, figure).isEmpty();
  }

  void fail(Peer peer, PeerTable table, Exception reason) {
    failures
        .computeIfAbsent(peer, any -> new LinkedHashMap<>())
        .putIfAbsent(table, String.valueOf(reason.getMessage()));
  }

  boolean hasFailed(Peer peer, PeerTable table) {
    return failures(peer).containsKey(table);
  }

  /** Reasons by table. */
  Map<PeerTable, String> failures(Peer peer) {
    return failures.getOrDefault(peer, Map.of());
  }
}
