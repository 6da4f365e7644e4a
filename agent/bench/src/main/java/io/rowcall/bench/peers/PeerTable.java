package io.rowcall.bench.peers;

import java.io.IOException;

/** Table of the comparison: measures its figures and prints them. */
interface PeerTable {
  /** Its name for messages. */
  String name();

  /** Takes one sample of each figure of a peer that it {@link #includes}. */
  void measure(Peer peer, PeerRun run) throws IOException, InterruptedException;

  /** Whether the peer has a row. */
  boolean includes(Peer peer);

  void print(Samples samples, Markdown text);
}
