package io.rowcall.sample;

import io.rowcall.sample.auth.BaselineSessions;
import io.rowcall.sample.auth.OptimisedSessions;
import io.rowcall.sample.cache.CacheSettings;
import io.rowcall.sample.cache.TieredCache;
import io.rowcall.sample.catalogue.CacheKeys;
import io.rowcall.sample.contacts.ContactRoutes;
import io.rowcall.sample.data.SampleData;
import io.rowcall.sample.db.Database;
import io.rowcall.sample.db.Parallel;
import io.rowcall.sample.http.JdkServer;
import io.rowcall.sample.http.JettyServer;
import io.rowcall.sample.http.Route;
import io.rowcall.sample.http.Router;
import io.rowcall.sample.meetings.MeetingRoutes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The running service: database, cache, routes, and the two servers. */
public final class App implements AutoCloseable {

  private static final int QUERY_THREADS = 8;

  private final Database database;
  private final Parallel parallel = new Parallel(QUERY_THREADS);
  private final TieredCache cache;
  private final JettyServer jetty;
  private final JdkServer jdk;

  private App(Options options, Database database) throws Exception {
    this.database = database;
    cache = new TieredCache(CacheSettings.DEFAULT);
    var keys = new CacheKeys(options.ttls());
    var jdbi = database.jdbi();
    List<Route> contacts =
        new ContactRoutes(
                jdbi,
                new BaselineSessions(jdbi),
                new OptimisedSessions(jdbi, cache, keys),
                cache,
                keys)
            .routes();
    List<Route> meetings = new MeetingRoutes(jdbi, parallel, cache, keys).routes();
    List<Route> routes = new ArrayList<>();
    routes.addAll(contacts);
    routes.addAll(meetings);
    jetty = new JettyServer(options.port(), new Router(routes));
    jdk = new JdkServer(options.jdkPort(), new Router(routes));
  }

  /** Migrates the database, fills it when it is empty, and starts to listen. */
  public static App start(Options options) throws Exception {
    return start(options, null);
  }

  /**
   * @param driver connections come from here instead of the options' URL, when given
   */
  static App start(Options options, @Nullable DataSource driver) throws Exception {
    Database database = Database.open(options.database(), options.pool(), driver);
    try {
      database.migrate(options.indexes());
      SampleData.load(database.pool(), options.data(), Instant.now());
      return new App(options, database);
    } catch (Exception failed) {
      database.close();
      throw failed;
    }
  }

  public int port() {
    return jetty.port();
  }

  public int jdkPort() {
    return jdk.port();
  }

  Database database() {
    return database;
  }

  TieredCache cache() {
    return cache;
  }

  @Override
  public void close() throws Exception {
    jetty.close();
    jdk.close();
    parallel.close();
    cache.close();
    database.close();
  }
}
