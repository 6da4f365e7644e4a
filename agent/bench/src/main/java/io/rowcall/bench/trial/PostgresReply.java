package io.rowcall.bench.trial;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Messages of a PostgreSQL server, collected until {@link #ready} or {@link #flush}. */
final class PostgresReply {
  private static final int VARCHAR = 1043;
  private static final int INT4 = 23;

  private final OutputStream out;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final DataOutputStream fields = new DataOutputStream(body);

  PostgresReply(OutputStream out) {
    this.out = out;
  }

  static boolean isQuery(String sql) {
    String text = sql.stripLeading().toUpperCase(Locale.ROOT);
    return text.startsWith("SELECT") || text.startsWith("SHOW");
  }

  /** AuthenticationOk, the parameters that the driver requires, and BackendKeyData. */
  void welcome() throws IOException {
    fields.writeInt(0);
    send('R');
    parameter("server_version", "17.0");
    parameter("server_encoding", "UTF8");
    parameter("client_encoding", "UTF8");
    parameter("DateStyle", "ISO, MDY");
    parameter("TimeZone", "UTC");
    parameter("integer_datetimes", "on");
    parameter("standard_conforming_strings", "on");
    fields.writeInt(1);
    fields.writeInt(1);
    send('K');
  }

  private void parameter(String name, String value) throws IOException {
    string(name);
    string(value);
    send('S');
  }

  void parseComplete() throws IOException {
    send('1');
  }

  void bindComplete() throws IOException {
    send('2');
  }

  void closeComplete() throws IOException {
    send('3');
  }

  void parameterDescription(long parameters) throws IOException {
    fields.writeShort((int) parameters);
    for (long i = 0; i < parameters; i++) {
      fields.writeInt(INT4);
    }
    send('t');
  }

  /** RowDescription of one text column, or NoData. */
  void rowDescription(String sql) throws IOException {
    if (!isQuery(sql)) {
      send('n');
      return;
    }
    fields.writeShort(1);
    string("name");
    fields.writeInt(0); // table
    fields.writeShort(0); // number of the column
    fields.writeInt(VARCHAR);
    fields.writeShort(-1); // variable length
    fields.writeInt(-1); // no modifier
    fields.writeShort(0); // text format
    send('T');
  }

  /** One row, if it is a query, and CommandComplete; EmptyQueryResponse for an empty text. */
  void result(String sql) throws IOException {
    if (sql.isBlank()) {
      send('I');
      return;
    }
    if (!isQuery(sql)) {
      string("SET");
      send('C');
      return;
    }
    boolean isolation = sql.toUpperCase(Locale.ROOT).contains("ISOLATION");
    byte[] value = (isolation ? "read committed" : "thing").getBytes(StandardCharsets.US_ASCII);
    fields.writeShort(1);
    fields.writeInt(value.length);
    fields.write(value);
    send('D');
    string("SELECT 1");
    send('C');
  }

  /** ReadyForQuery, outside a transaction. */
  void ready() throws IOException {
    fields.writeByte('I');
    send('Z');
    flush();
  }

  void flush() throws IOException {
    pending.writeTo(out);
    pending.reset();
    out.flush();
  }

  private void string(String text) throws IOException {
    fields.write(text.getBytes(StandardCharsets.US_ASCII));
    fields.writeByte(0);
  }

  private void send(char type) throws IOException {
    pending.write(type);
    int length = body.size() + 4;
    pending.write(length >>> 24);
    pending.write(length >>> 16);
    pending.write(length >>> 8);
    pending.write(length);
    body.writeTo(pending);
    body.reset();
  }
}
