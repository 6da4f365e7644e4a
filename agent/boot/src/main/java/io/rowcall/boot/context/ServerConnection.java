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

  /** A response has ended whose bytes may still wait for the transport. */
  private boolean unflushed;

  /** Adds an exchange, whose head has been decoded. */
  public void add(ServerExchange exchange) {
    exchange.alone = first == null && !unflushed;
    if (last == null) {
      first = exchange;
    } else {
      last.next = exchange;
      last.alone = false;
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
      unflushed = true;
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
   * The exchange that callbacks of the transport belong to; null when they could belong to another
   * one: two requests were pipelined.
   */
  public @Nullable ServerExchange callbackOwner() {
    ServerExchange exchange = first;
    return exchange != null && exchange.alone && exchange.next == null ? exchange : null;
  }

  /** The transport has written everything. */
  public void onFlushed() {
    unflushed = false;
  }

  /** Ends all exchanges of a closed connection. */
  public void close() {
    for (ServerExchange open = first; open != null; open = first) {
      removeFirst(open);
      open.end();
    }
  }
}
