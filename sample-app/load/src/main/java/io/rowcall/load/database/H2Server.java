package io.rowcall.load.database;

import io.rowcall.sample.db.DatabaseUrl;
import java.sql.SQLException;
import org.h2.tools.Server;

/** H2 in server mode, with its databases in the memory of this process. */
public final class H2Server implements DatabaseServer {

  private final Server server;

  public H2Server() throws SQLException {
    server = Server.createTcpServer("-tcpPort", "0", "-tcpDaemon").start();
  }

  @Override
  public int port() {
    return server.getPort();
  }

  @Override
  public DatabaseUrl create(String name) {
    return DatabaseUrl.inMemory(name);
  }

  @Override
  public String urlAt(int port, String name) {
    return "jdbc:h2:tcp://localhost:" + port + "/mem:" + name + ";OPTIMIZE_REUSE_RESULTS=0";
  }

  @Override
  public void close() {
    server.stop();
  }
}
