package io.rowcall.sample;

import com.github.benmanes.caffeine.cache.Ticker;
import io.rowcall.cache.RedisTier;
import io.rowcall.cache.TieredCache;
import io.rowcall.sample.account.AccountRoutes;
import io.rowcall.sample.analytics.AnalyticsRoutes;
import io.rowcall.sample.auth.BaselineSessions;
import io.rowcall.sample.auth.OptimizedSessions;
import io.rowcall.sample.catalog.CacheKeys;
import io.rowcall.sample.catalog.Form;
import io.rowcall.sample.chat.ChatRoutes;
import io.rowcall.sample.contacts.ContactRoutes;
import io.rowcall.sample.data.SampleData;
import io.rowcall.sample.db.Database;
import io.rowcall.sample.db.Parallel;
import io.rowcall.sample.events.ChangeNotifier;
import io.rowcall.sample.events.EventRoutes;
import io.rowcall.sample.http.JdkServer;
import io.rowcall.sample.http.JettyServer;
import io.rowcall.sample.http.Route;
import io.rowcall.sample.http.Router;
import io.rowcall.sample.integrations.IntegrationRoutes;
import io.rowcall.sample.limits.BaselineRateLimiter;
import io.rowcall.sample.limits.LimitRoutes;
import io.rowcall.sample.limits.SlidingWindow;
import io.rowcall.sample.meetings.MeetingRoutes;
import io.rowcall.sample.operations.OperationRoutes;
import io.rowcall.sample.slack.SlackRoutes;
import io.rowcall.sample.wiring.Applied;
import io.rowcall.sample.wiring.Resources;
import io.rowcall.sample.wiring.ResponseCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The running service: database, cache, routes, and the two servers. */
public final class App implements AutoCloseable {

  private static final int QUERY_THREADS = 8;
  private static final Duration NOTIFY_INTERVAL = Duration.ofSeconds(1);

  private final Database database;
  private final Parallel parallel;
  private final ChangeNotifier notifier = new ChangeNotifier(NOTIFY_INTERVAL);
  private final TieredCache cache;
  private final JettyServer jetty;
  private final JdkServer jdk;

  private App(Options options, Database database) throws Exception {
    this.database = database;
    parallel = new Parallel(options.parts().parallel() == Applied.NONE ? 0 : QUERY_THREADS);
    cache = new TieredCache(options.cache(), secondTier(options.redis()));
    List<Route> routes = routes(options);
    jetty = new JettyServer(options.port(), new Router(routes));
    jdk = new JdkServer(options.jdkPort(), new Router(routes));
  }

  /** Migrates the database, fills it if it is empty, and starts the servers. */
  public static App start(Options options) throws Exception {
    return start(options, null);
  }

  /**
   * Starts the app on connections of the given data source.
   *
   * @param driver replaces the options' URL, unless null
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

  /** Waits for Redis once, so that the first responses are shared already. */
  private static @Nullable RedisTier secondTier(Options.@Nullable Redis redis)
      throws InterruptedException {
    if (redis == null) {
      return null;
    }
    var tier =
        new RedisTier(redis.host(), redis.port(), redis.password(), "sample:", redis.timeout());
    boolean unused = tier.awaitConnection();
    return tier;
  }

  private List<Route> routes(Options options) {
    var jdbi = database.jdbi();
    var keys = new CacheKeys(options.ttls());
    var resources =
        new Resources(
            jdbi, database.operations(), parallel, cache, keys, Clock.systemUTC(), options.parts());
    var events = new EventRoutes(resources, notifier);
    var limits =
        new LimitRoutes(
            new BaselineRateLimiter(jdbi, resources.clock(), options.rateLimit()),
            new SlidingWindow(options.rateLimit(), Ticker.systemTicker()));
    Stream<Route> guarded =
        Stream.of(
                new AccountRoutes(resources).routes(),
                new ContactRoutes(
                        resources,
                        new BaselineSessions(jdbi),
                        new OptimizedSessions(jdbi, cache, keys))
                    .routes(),
                new MeetingRoutes(resources).routes(),
                new IntegrationRoutes(resources, options.data().syncedEvents()).routes(),
                new ChatRoutes(resources).routes(),
                new SlackRoutes(resources).routes(),
                events.routes(),
                new AnalyticsRoutes(resources).routes())
            .flatMap(List::stream)
            .map(
                options.parts().cache().in(Form.BASELINE)
                    ? new ResponseCache(cache, keys)::wrap
                    : UnaryOperator.identity())
            .map(route -> options.limitEverything() ? limits.guard(route) : route);
    Stream<Route> unguarded =
        Stream.of(limits.routes(), new OperationRoutes(cache, database, events::warm).routes())
            .flatMap(List::stream);
    return Stream.concat(guarded, unguarded).toList();
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
    notifier.close();
    jetty.close();
    jdk.close();
    parallel.close();
    cache.close();
    database.close();
  }
}
