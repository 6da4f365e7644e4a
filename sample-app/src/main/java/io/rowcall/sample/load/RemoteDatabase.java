package io.rowcall.sample.load;

import io.rowcall.sample.data.SampleData;
import io.rowcall.sample.data.Volumes;
import io.rowcall.sample.db.Database;
import io.rowcall.sample.db.DatabaseUrl;
import io.rowcall.sample.db.PoolSettings;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.h2.tools.Server;

/**
 * H2 in server mode behind a {@link DelayLine}, because a database in the service's own process
 * hides what a round trip costs. Each name is a database of its own, filled before anybody
 * connects.
 */
final class RemoteDatabase implements AutoCloseable {

  private final Server server;
  private final DelayLine line;
  private final List<Database> databases = new ArrayList<>();

  RemoteDatabase(Duration roundTrip) throws SQLException, IOException {
    server = Server.createTcpServer("-tcpPort", "0", "-tcpDaemon").start();
    line = new DelayLine(server.getPort(), roundTrip);
  }

  /**
   * @return the URL under which a service reaches the new database
   */
  String create(String name, Volumes volumes, boolean indexes) throws SQLException {
    Database database =
        Database.open(DatabaseUrl.inMemory(name), PoolSettings.DEFAULT.withMaxConnections(2));
    databases.add(database);
    database.migrate(indexes);
    SampleData.load(database.pool(), volumes, Instant.now());
    return "jdbc:h2:tcp://localhost:" + line.port() + "/mem:" + name + ";OPTIMIZE_REUSE_RESULTS=0";
  }

  @Override
  public void close() throws IOException {
    line.close();
    databases.forEach(Database::close);
    server.stop();
  }
}
