package io.rowcall.it.call;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
          List.of("lib"),
          "ApacheClassic",
          "ApacheClassicOlder",
          "ApacheAsync",
          "Elasticsearch",
          "OpenSearch",
          "OkHttp",
          "ReactorNetty",
          "Grpc",
          "Mongo");

  /** R2DBC over H2 and PostgreSQL, and the SQL client of Vert.x, each through a pool. */
  static final SharedRun REACTIVE_SQL =
      new SharedRun(List.of("lib"), "ReactiveH", "ReactivePostgres", "VertxSql");

  /** OkHttp 5, whose classes have the names of those of OkHttp 4. */
  static final SharedRun OKHTTP_5 = new SharedRun(List.of("okhttp5", "lib"), "OkHttp");

  private final List<String> folders;
  private final String[] clients;
  private @Nullable CallRun run;

  private SharedRun(String... clients) {
    this(List.of(), clients);
  }

  /**
   * @param folders of jars of the service {@code clients}; none for {@code libraries}
   */
  private SharedRun(List<String> folders, String... clients) {
    this.folders = folders;
    this.clients = clients;
  }

  synchronized CallRun get() throws IOException {
    CallRun known = run;
    if (known == null) {
      Path target = Files.createDirectories(Path.of("target/calls"));
      Path folder = Files.createTempDirectory(target, clients[0]);
      known =
          folders.isEmpty()
              ? CallRun.of(folder, clients)
              : CallRun.withMoreClients(folder, folders, clients);
      run = known;
    }
    return known;
  }
}
