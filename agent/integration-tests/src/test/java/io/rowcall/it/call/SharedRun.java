package io.rowcall.it.call;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Run that several tests share, started by the first of them. */
final class SharedRun {
  /** The clients that every build tests. */
  static final SharedRun BASIC = new SharedRun("JdkHttpClient", "UrlConnection", "Jedis");

  /** The other clients of the service {@code libraries}. */
  static final SharedRun REDIS = new SharedRun("Lettuce", "LettuceReactive", "Redisson");

  /** The clients of the service {@code clients}, HTTP clients first. */
  static final SharedRun CLIENTS =
      new SharedRun(
          true,
          "ApacheClassic",
          "ApacheClassicOlder",
          "ApacheAsync",
          "Elasticsearch",
          "OkHttp",
          "ReactorNetty",
          "Grpc",
          "Mongo");

  /** R2DBC over H2 and PostgreSQL, and the SQL client of Vert.x, each through a pool. */
  static final SharedRun REACTIVE_SQL =
      new SharedRun(true, "ReactiveH", "ReactivePostgres", "VertxSql");

  private final boolean more;
  private final String[] clients;
  private @Nullable CallRun run;

  private SharedRun(String... clients) {
    this(false, clients);
  }

  /**
   * @param more with the jars of the service {@code clients}
   */
  private SharedRun(boolean more, String... clients) {
    this.more = more;
    this.clients = clients;
  }

  synchronized CallRun get() throws IOException {
    CallRun known = run;
    if (known == null) {
      Path target = Files.createDirectories(Path.of("target/calls"));
      Path folder = Files.createTempDirectory(target, clients[0]);
      known = more ? CallRun.withMoreClients(folder, clients) : CallRun.of(folder, clients);
      run = known;
    }
    return known;
  }
}
