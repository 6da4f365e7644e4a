package io.rowcall.boot;

import io.rowcall.boot.context.PendingResponse;
import io.rowcall.boot.context.ResponseFigures;
import io.rowcall.boot.context.ServerConnection;
import io.rowcall.boot.context.ServerExchange;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.state.ExchangeHolder;
import io.rowcall.boot.state.RequestHead;
import org.jspecify.annotations.Nullable;

/**
 * Hooks of servers on event loops, where a request owns no thread. An exchange begins when the head
 * of its request is decoded; whatever code of it runs, on any thread, enters a branch.
 *
 * <p>A chain of handlers passes on decoded messages, in the order in which they were received. So a
 * head leads to its exchange by its own state, wherever a server queues it meanwhile; and the parts
 * of a body belong to the head that the same handler has passed on before.
 *
 * <p><b>Threads:</b> the event loop of the connection, unless a method says otherwise.
 */
public final class ServerHooks {
  private static final int CONTINUES = 100;
  private static final int SWITCHING_PROTOCOLS = 101;
  private static final int FINAL_STATUS = 200;

  /** The status of HTTP that corresponds to each status of gRPC, by its number. */
  private static final int[] STATUS_OF_GRPC = {
    200, 499, 500, 400, 504, 404, 409, 403, 429, 400, 409, 400, 501, 500, 503, 500, 401
  };

  private ServerHooks() {}

  // ---- Exchanges ----

  /**
   * Begins an exchange. Any thread.
   *
   * @param uri the target of the request, with or without a query
   * @param traceparent the trace context of the caller; null if there is none
   * @return null when there is nothing to count for
   */
  public static @Nullable ServerExchange begin(
      @Nullable String method, @Nullable String uri, @Nullable String traceparent) {
    return Engine.current() == null
        ? null
        : ServerExchange.begin(method, path(uri), TraceHooks.context(traceparent));
  }

  /** Begins the exchange of a head that no channel has received. Any thread. */
  public static @Nullable ServerExchange begin(@Nullable Object head) {
    if (!(head instanceof RequestHead)) {
      return null;
    }
    RequestHead decoded = (RequestHead) head;
    Object method = decoded.rowcall$method();
    return begin(
        method == null ? null : method.toString(),
        decoded.rowcall$uri(),
        decoded.rowcall$traceparent());
  }

  /**
   * Enters an exchange. Any thread.
   *
   * @return the value to pass to {@link #leave}; null when there is nothing to leave
   */
  public static @Nullable Request enter(@Nullable Object exchange) {
    return exchange instanceof ServerExchange && !((ServerExchange) exchange).isDropped()
        ? TaskHooks.enter(((ServerExchange) exchange).context(), null)
        : null;
  }

  /** Resumes what the thread did before. */
  public static void leave(@Nullable Request entered) {
    TaskHooks.afterRun(entered);
  }

  /** The path of a request target: without scheme, authority, query, and fragment. */
  static @Nullable String path(@Nullable String uri) {
    if (uri == null) {
      return null;
    }
    int from = 0;
    if (!uri.startsWith("/")) {
      int authority = uri.indexOf("://");
      from = authority < 0 ? 0 : Math.max(uri.indexOf('/', authority + 3), 0);
    }
    int end = from;
    while (end < uri.length() && uri.charAt(end) != '?' && uri.charAt(end) != '#') {
      end++;
    }
    return from == 0 && end == uri.length() ? uri : uri.substring(from, end);
  }

  // ---- Objects of a server that lead to an exchange ----

  /** Lets an object lead to the exchange that this thread works for. */
  public static void hold(Object holder) {
    Request request = ThreadState.current().request;
    if (request != null && request.isBranch() && holder instanceof ExchangeHolder) {
      Object exchange = request.context().exchange();
      if (exchange != null) {
        ((ServerExchange) exchange).onHeld();
        ((ExchangeHolder) holder).rowcall$exchange(exchange);
      }
    }
  }

  /** Whether an object leads to no exchange yet. */
  public static boolean isNew(Object holder) {
    return holder instanceof ExchangeHolder && ((ExchangeHolder) holder).rowcall$exchange() == null;
  }

  /** Begins the exchange of an object, which is also where its commit finds its response. */
  public static void beginHeld(
      Object holder, @Nullable String method, @Nullable String uri, @Nullable String traceparent) {
    ServerExchange exchange = begin(method, uri, traceparent);
    if (exchange != null) {
      ((ExchangeHolder) holder).rowcall$exchange(exchange);
      HttpHooks.setPendingResponse(holder, exchange.response());
    }
  }

  /** Ends the exchange of an object, with the status and content type of its response. */
  public static void endHeld(@Nullable Object holder, int status, @Nullable String contentType) {
    ServerExchange exchange = exchange(holder);
    if (exchange != null) {
      exchange.onResponse(status, contentType);
      exchange.end();
    }
  }

  /** Enters the exchange of an object, wherever the server comes back to it. */
  public static @Nullable Request enterHeld(@Nullable Object holder) {
    return enter(exchange(holder));
  }

  /** The handler of an exchange has failed. */
  public static void onFailure(@Nullable Object holder) {
    ServerExchange exchange = exchange(holder);
    if (exchange != null) {
      exchange.onFailure();
    }
  }

  /** Ends the exchange of an object. */
  public static void endHeld(@Nullable Object holder) {
    ServerExchange exchange = exchange(holder);
    if (exchange != null) {
      exchange.end();
    }
  }

  /** Leaves an exchange that no object holds: one that the server has refused is over. */
  public static void leaveOrEnd(@Nullable Request entered) {
    Object exchange = entered == null ? null : entered.context().exchange();
    leave(entered);
    if (exchange != null && !((ServerExchange) exchange).isHeld()) {
      ((ServerExchange) exchange).end();
    }
  }

  private static @Nullable ServerExchange exchange(@Nullable Object holder) {
    return holder instanceof ExchangeHolder
        ? (ServerExchange) ((ExchangeHolder) holder).rowcall$exchange()
        : null;
  }

  // ---- Messages in a chain of handlers ----

  /** A head is created, of a server's request or a client's. */
  public static void onHead(Object head, @Nullable Object method, @Nullable String uri) {
    if (head instanceof RequestHead) {
      ((RequestHead) head).rowcall$method(method);
      ((RequestHead) head).rowcall$uri(uri);
    }
  }

  /** The headers of a head are complete. */
  public static void onHeaders(Object head, @Nullable String traceparent) {
    if (head instanceof RequestHead) {
      ((RequestHead) head).rowcall$traceparent(traceparent);
    }
  }

  /** Whether a message is a head that was never passed on: its exchange begins. */
  public static boolean isNewHead(Object message) {
    return message instanceof RequestHead && ((RequestHead) message).rowcall$begun() == null;
  }

  /**
   * Begins the exchange of a head.
   *
   * @param channel the connection or stream that has received it
   */
  public static void beginHead(Object channel, Object message) {
    ServerExchange exchange = channel instanceof ExchangeHolder ? begin(message) : null;
    if (exchange == null) {
      return;
    }
    ((RequestHead) message).rowcall$begun(exchange);
    ExchangeHolder holder = (ExchangeHolder) channel;
    ServerConnection connection = (ServerConnection) holder.rowcall$exchange();
    if (connection == null) {
      connection = new ServerConnection();
      holder.rowcall$exchange(connection);
    }
    connection.add(exchange);
  }

  /**
   * Before a handler passes on a message: a head, a part of a body, or anything else.
   *
   * @param handler the place in the chain
   */
  public static @Nullable Request beforeMessage(Object handler, @Nullable Object message) {
    if (!(handler instanceof ExchangeHolder)) {
      return null;
    }
    ExchangeHolder place = (ExchangeHolder) handler;
    Object exchange;
    if (message instanceof RequestHead) {
      exchange = ((RequestHead) message).rowcall$begun();
      place.rowcall$exchange(exchange);
    } else {
      exchange = place.rowcall$exchange();
      if (exchange != null && ((ServerExchange) exchange).isOver()) {
        place.rowcall$exchange(null);
        return null;
      }
    }
    return exchange == null ? null : enter(exchange);
  }

  /** A server creates its own object for the request of a head. */
  public static void holdHead(Object holder, @Nullable Object head) {
    if (holder instanceof ExchangeHolder && head instanceof RequestHead) {
      ((ExchangeHolder) holder).rowcall$exchange(((RequestHead) head).rowcall$begun());
    }
  }

  /** Before the transport calls back those that wait for what it has written. */
  public static @Nullable Request beforeWritten(Object channel) {
    ServerConnection connection = connection(channel);
    ServerExchange owner = connection == null ? null : connection.callbackOwner();
    return owner == null ? null : enter(owner);
  }

  /** The transport has received bytes to write. */
  public static void onQueued(Object channel) {
    ServerConnection connection = connection(channel);
    if (connection != null) {
      connection.onQueued();
    }
  }

  /** After it has called them, with everything written or not. */
  public static void afterWritten(Object channel, boolean everything) {
    ServerConnection connection = everything ? connection(channel) : null;
    if (connection != null) {
      connection.onWritten();
    }
  }

  /** A connection or stream is closed. */
  public static void onClose(Object channel) {
    ServerConnection connection = connection(channel);
    if (connection != null) {
      connection.close();
    }
  }

  private static @Nullable ServerConnection connection(@Nullable Object channel) {
    return channel instanceof ExchangeHolder
        ? (ServerConnection) ((ExchangeHolder) channel).rowcall$exchange()
        : null;
  }

  // ---- Responses ----

  /** Whether a status is that of an interim response, which another one follows. */
  public static boolean isInterim(int status) {
    return status >= CONTINUES && status < FINAL_STATUS && !isUpgrade(status);
  }

  /** Whether a status is that of an upgrade to another protocol. */
  public static boolean isUpgrade(int status) {
    return status == SWITCHING_PROTOCOLS;
  }

  /** A channel's next response repeats its request on a stream of HTTP/2, where it counts. */
  public static void dropResponse(Object channel) {
    ServerConnection connection = connection(channel);
    if (connection != null) {
      connection.dropResponse();
    }
  }

  /** Whether the next response of a channel answers an exchange. */
  public static boolean isResponding(Object channel) {
    ServerConnection connection = connection(channel);
    return connection != null && connection.responding() != null;
  }

  /**
   * Before the head of a channel's next response is written.
   *
   * @return the figures for its headers; null when it is to have none
   */
  public static @Nullable ResponseFigures beforeResponse(
      Object channel, int status, @Nullable String contentType) {
    ServerConnection connection = connection(channel);
    return connection == null ? null : beforeCommit(connection.responding(), status, contentType);
  }

  /** The same for a server that knows the exchange. Any thread. */
  public static @Nullable ResponseFigures beforeCommit(
      @Nullable ServerExchange exchange, int status, @Nullable String contentType) {
    if (exchange == null || exchange.isOver()) {
      return null;
    }
    exchange.onResponse(status, contentType);
    PendingResponse response = exchange.response();
    return Settings.headers ? ThreadState.current().capture(response) : null;
  }

  /** The same for an object that leads to the exchange. Any thread. */
  public static @Nullable ResponseFigures beforeCommit(@Nullable Object holder) {
    ServerExchange exchange = exchange(holder);
    return exchange == null || exchange.isOver() || !Settings.headers
        ? null
        : ThreadState.current().capture(exchange.response());
  }

  /** The same for the exchange that this thread works for. Any thread. */
  public static @Nullable ResponseFigures beforeCommit(int status) {
    Request request = ThreadState.current().request;
    Object exchange = request == null || !request.isBranch() ? null : request.context().exchange();
    return exchange == null ? null : beforeCommit((ServerExchange) exchange, status, null);
  }

  /**
   * A call of gRPC is closed with a status.
   *
   * @param code the number of the status, from 0 for OK to 16
   */
  public static void onGrpcStatus(@Nullable Object holder, int code) {
    ServerExchange exchange = exchange(holder);
    if (exchange != null && code >= 0 && code < STATUS_OF_GRPC.length) {
      exchange.onResponse(STATUS_OF_GRPC[code], null);
    }
  }

  /** The last part of a channel's response is written. */
  public static void afterResponse(Object channel) {
    ServerConnection connection = connection(channel);
    if (connection != null) {
      connection.endResponse();
    }
  }
}
