package io.rowcall.boot.context;

import org.jspecify.annotations.Nullable;

/**
 * Exchanges of one connection of HTTP/1, or of one stream of HTTP/2, in the order of their
 * requests. Responses have the same order, so the response that is being written belongs to the
 * first exchange, however many requests a client has pipelined.
 *
 * <p>Confined to the event loop of the connection.
 */
public final class ServerConnection {
  private @Nullable ServerExchange first;
  private @Nullable ServerExchange last;

  private static final int WRITTEN = 0;
  private static final int ENCODED = 1;
  private static final int QUEUED = 2;

  /** How far the end of the last response has come on its way to the transport. */
  private int lastEnd = WRITTEN;

  /** Adds an exchange, whose head has been decoded. */
  public void add(ServerExchange exchange) {
    if (last == null) {
      first = exchange;
    } else {
      last.next = exchange;
    }
    last = exchange;
  }

  /** The exchange whose response is being written; null when there is none. */
  public @Nullable ServerExchange responding() {
    return first;
  }

  /** Ends the exchange whose response has been written. */
  public void endResponse() {
    ServerExchange ended = first;
    if (ended != null) {
      removeFirst(ended);
      lastEnd = ENCODED;
      ended.end();
    }
  }

  /** Drops the exchange whose response is being written, unless it has executed something. */
  public void dropResponse() {
    ServerExchange dropped = first;
    if (dropped != null) {
      removeFirst(dropped);
      dropped.giveWay();
      dropped.end();
    }
  }

  private void removeFirst(ServerExchange ended) {
    first = ended.next;
    if (first == null) {
      last = null;
    }
    ended.next = null;
  }

  /**
   * The exchange that callbacks of the transport belong to; null while they could belong to another
   * one: the next request is here already, or bytes of an earlier response wait for the transport.
   */
  public @Nullable ServerExchange callbackOwner() {
    ServerExchange exchange = first;
    return exchange != null && exchange.next == null && lastEnd == WRITTEN ? exchange : null;
  }

  /** The transport has received bytes to write, in the order in which they were encoded. */
  public void onQueued() {
    if (lastEnd == ENCODED) {
      lastEnd = QUEUED;
    }
  }

  /** The transport has written everything that it has received. */
  public void onWritten() {
    if (lastEnd == QUEUED) {
      lastEnd = WRITTEN;
    }
  }

  /** Ends all exchanges of a closed connection. */
  public void close() {
    for (ServerExchange open = first; open != null; open = first) {
      removeFirst(open);
      open.end();
    }
  }
}
