package io.rowcall.bench.trial;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Messages of a PostgreSQL server, collected until {@link #ready} or {@link #flush}. */
final class PostgresReply {
  private static final int VARCHAR = 1043;
  private static final int INT4 = 23;

  private final OutputStream out;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final DataOutputStream fields = new DataOutputStream(body);
  private boolean isInTransaction;

  PostgresReply(OutputStream out) {
    this.out = out;
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

  /** ParameterDescription. */
  void parameters(PostgresStatement statement) throws IOException {
    fields.writeShort(statement.parameters());
    for (int i = 0; i < statement.parameters(); i++) {
      fields.writeInt(INT4);
    }
    send('t');
  }

  /** RowDescription of one text column, or NoData. */
  void columns(PostgresStatement statement) throws IOException {
    if (!statement.isQuery()) {
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
  void result(PostgresStatement statement) throws IOException {
    if (statement.isEmpty()) {
      send('I');
      return;
    }
    if (!statement.isQuery()) {
      transaction(statement.command());
      string(statement.command());
      send('C');
      return;
    }
    fields.writeShort(1);
    fields.writeInt(statement.value().length());
    text(statement.value());
    send('D');
    string("SELECT 1");
    send('C');
  }

  private void transaction(String command) {
    switch (command) {
      case "BEGIN" -> isInTransaction = true;
      case "COMMIT", "ROLLBACK" -> isInTransaction = false;
      default -> {}
    }
  }

  /** ReadyForQuery. */
  void ready() throws IOException {
    fields.writeByte(isInTransaction ? 'T' : 'I');
    send('Z');
    flush();
  }

  void flush() throws IOException {
    pending.writeTo(out);
    pending.reset();
    out.flush();
  }

  private void string(String text) throws IOException {
    text(text);
    fields.writeByte(0);
  }

  private void text(String text) throws IOException {
    fields.write(text.getBytes(StandardCharsets.US_ASCII));
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
