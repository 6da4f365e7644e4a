package io.rowcall.sample.load;

import io.rowcall.sample.data.SampleData;
import io.rowcall.sample.data.Volumes;
import io.rowcall.sample.db.Database;
import io.rowcall.sample.db.PoolSettings;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A database server behind a {@link LatencyProxy}, because a database near by hides what a round
 * trip costs. Each name is a database of its own, filled before anybody connects.
 */
final class RemoteDatabase implements AutoCloseable {

  private final DatabaseServer server;
  private final LatencyProxy line;
  private final List<Database> databases = new ArrayList<>();

  /** Closes the server when it is closed itself. */
  RemoteDatabase(DatabaseServer server, Duration roundTrip) throws IOException {
    this.server = server;
    line = new LatencyProxy(server.port(), roundTrip);
  }

  /**
   * @return the URL under which a service reaches the new database
   */
  String create(String name, Volumes volumes, boolean indexes) throws SQLException {
    Database database =
        Database.open(server.create(name), PoolSettings.DEFAULT.withMaxConnections(2));
    // An H2 in memory lives as long as somebody is connected.
    databases.add(database);
    database.migrate(indexes);
    SampleData.load(database.pool(), volumes, Instant.now());
    if (database.isPostgres()) {
      // What it would find out in its own time, somewhere within the measured rounds.
      database.jdbi().useHandle(handle -> handle.execute("ANALYZE"));
    }
    return server.urlAt(line.port(), name);
  }

  @Override
  public void close() throws Exception {
    line.close();
    databases.forEach(Database::close);
    server.close();
  }
}
