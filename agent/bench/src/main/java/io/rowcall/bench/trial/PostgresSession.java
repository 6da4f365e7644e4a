package io.rowcall.bench.trial;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Server side of one PostgreSQL connection, protocol 3.0. Every query returns one row with one text
 * column; every other statement succeeds without a result. Runs neither SQL nor transactions.
 *
 * @see <a href="https://www.postgresql.org/docs/current/protocol-message-formats.html">Message
 *     formats</a>
 */
final class PostgresSession {
  private static final String UNNAMED = "";

  private final DataInputStream in;
  private final PostgresReply reply;
  private final Map<String, PostgresStatement> statements = new HashMap<>();
  private final Map<String, PostgresStatement> portals = new HashMap<>();
  private byte[] body = new byte[1_024];
  private int position;

  PostgresSession(DataInputStream in, OutputStream out) {
    this.in = in;
    this.reply = new PostgresReply(out);
  }

  /** Answers the client's startup message. */
  void open() throws IOException {
    read();
    reply.welcome();
    reply.ready();
  }

  /**
   * Reads and answers the client's next message.
   *
   * @return whether another one may follow
   * @throws java.io.EOFException if the connection is closed
   */
  boolean answer() throws IOException {
    int type = in.readUnsignedByte();
    read();
    switch (type) {
      case 'P' -> {
        statements.put(string(), new PostgresStatement(string()));
        reply.parseComplete();
      }
      case 'B' -> {
        portals.put(string(), statements.getOrDefault(string(), PostgresStatement.EMPTY));
        reply.bindComplete();
      }
      case 'D' -> describe();
      case 'E' -> reply.result(portals.getOrDefault(string(), PostgresStatement.EMPTY));
      case 'C' -> {
        named().remove(string());
        reply.closeComplete();
      }
      case 'Q' -> query(new PostgresStatement(string()));
      case 'S' -> reply.ready();
      case 'H' -> reply.flush();
      case 'X' -> {
        return false;
      }
      default -> throw new IOException("unknown message type " + (char) type);
    }
    return true;
  }

  private void describe() throws IOException {
    Map<String, PostgresStatement> named = named();
    PostgresStatement described = named.getOrDefault(string(), PostgresStatement.EMPTY);
    if (named == statements) {
      reply.parameters(described);
    }
    reply.columns(described);
  }

  private void query(PostgresStatement statement) throws IOException {
    if (statement.isQuery()) {
      reply.columns(statement);
    }
    reply.result(statement);
    reply.ready();
  }

  /** Reads a length, which counts itself, and as much of a body. */
  private void read() throws IOException {
    int length = in.readInt() - Integer.BYTES;
    if (length > body.length) {
      body = new byte[2 * length];
    }
    in.readFully(body, 0, length);
    position = 0;
  }

  /** Prepared statements or portals, by the next byte of the body. */
  private Map<String, PostgresStatement> named() {
    return body[position++] == 'S' ? statements : portals;
  }

  /** Next string of the body, which ends with 0. */
  private String string() {
    int start = position;
    while (body[position] != 0) {
      position++;
    }
    int length = position++ - start;
    return length == 0 ? UNNAMED : new String(body, start, length, StandardCharsets.US_ASCII);
  }
}
