package io.rowcall.load.database;

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
 * Database server behind a {@link LatencyProxy}, because a nearby database hides the cost of round
 * trips. Each name is a separate database, filled before anybody connects.
 */
public final class RemoteDatabase implements AutoCloseable {

  private final DatabaseServer server;
  private final LatencyProxy proxy;
  private final List<Database> databases = new ArrayList<>();

  /** Takes ownership of the server: {@link #close} closes it. */
  public RemoteDatabase(DatabaseServer server, Duration roundTrip) throws IOException {
    this.server = server;
    proxy = new LatencyProxy(server.port(), roundTrip);
  }

  /**
   * Creates and fills a database.
   *
   * @return the URL through the proxy
   */
  public String create(String name, Volumes volumes, boolean indexes) throws SQLException {
    Database database =
        Database.open(server.create(name), PoolSettings.DEFAULT.withMaxConnections(2));
    // An in-memory H2 database lives as long as somebody is connected.
    databases.add(database);
    database.migrate(indexes);
    SampleData.load(database.pool(), volumes, Instant.now());
    if (database.isPostgres()) {
      // Otherwise autovacuum would do it at some point during the measured rounds.
      database.jdbi().useHandle(handle -> handle.execute("ANALYZE"));
    }
    return server.urlAt(proxy.port(), name);
  }

  @Override
  public void close() throws Exception {
    proxy.close();
    databases.forEach(Database::close);
    server.close();
  }
}
