package io.rowcall.bench.trial;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
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
  private final DataInputStream in;
  private final PostgresReply reply;
  private final Map<String, String> statements = new HashMap<>();
  private final Map<String, String> portals = new HashMap<>();

  PostgresSession(DataInputStream in, OutputStream out) {
    this.in = in;
    this.reply = new PostgresReply(out);
  }

  /**
   * Serves the connection until the client terminates it.
   *
   * @throws java.io.EOFException if the connection is closed without a Terminate message
   */
  void run() throws IOException {
    in.skipNBytes(in.readInt() - 4L);
    reply.welcome();
    reply.ready();
    for (char type = type(); type != 'X'; type = type()) {
      byte[] body = new byte[in.readInt() - 4];
      in.readFully(body);
      answer(type, new DataInputStream(new ByteArrayInputStream(body)));
    }
  }

  private char type() throws IOException {
    return (char) in.readUnsignedByte();
  }

  private void answer(char type, DataInputStream message) throws IOException {
    switch (type) {
      case 'P' -> {
        statements.put(string(message), string(message));
        reply.parseComplete();
      }
      case 'B' -> {
        portals.put(string(message), statements.getOrDefault(string(message), ""));
        reply.bindComplete();
      }
      case 'D' -> {
        boolean statement = message.readUnsignedByte() == 'S';
        String name = string(message);
        String sql = (statement ? statements : portals).getOrDefault(name, "");
        if (statement) {
          reply.parameterDescription(sql.chars().filter(c -> c == '$').count());
        }
        reply.rowDescription(sql);
      }
      case 'E' -> reply.result(portals.getOrDefault(string(message), ""));
      case 'C' -> {
        boolean statement = message.readUnsignedByte() == 'S';
        (statement ? statements : portals).remove(string(message));
        reply.closeComplete();
      }
      case 'Q' -> {
        String sql = string(message);
        if (PostgresReply.isQuery(sql)) {
          reply.rowDescription(sql);
        }
        reply.result(sql);
        reply.ready();
      }
      case 'S' -> reply.ready();
      case 'H' -> reply.flush();
      default -> throw new IOException("expected a message of the extended query, found " + type);
    }
  }

  /** Reads a string that ends with 0. */
  private static String string(DataInputStream message) throws IOException {
    var text = new StringBuilder();
    for (int c = message.readUnsignedByte(); c != 0; c = message.readUnsignedByte()) {
      text.append((char) c);
    }
    return text.toString();
  }
}
