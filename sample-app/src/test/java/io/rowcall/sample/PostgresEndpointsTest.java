package io.rowcall.sample;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.sample.data.Volumes;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PostgresEndpointsTest extends EndpointsContract {

  private @Nullable EmbeddedPostgres postgres;

  @Override
  RunningApp start() throws Exception {
    EmbeddedPostgres started = EmbeddedPostgres.start();
    postgres = started;
    return RunningApp.over(started.getPostgresDatabase(), options -> options);
  }

  @AfterAll
  void stopPostgres() throws Exception {
    if (postgres != null) {
      postgres.close();
    }
  }

  @Test
  void acceptsTheUrlOfAHostingPlatform() throws Exception {
    String url =
        "postgresql://postgres@localhost:" + requireNonNull(postgres).getPort() + "/postgres";
    Options options =
        Options.parse(
            new String[] {"--port=0", "--jdk-port=0", "--data=small"}, Map.of("DATABASE_URL", url));
    try (App second = App.start(options)) {
      assertTrue(second.database().isPostgres());
      int users =
          second
              .database()
              .jdbi()
              .withHandle(
                  handle ->
                      handle.createQuery("SELECT COUNT(*) FROM users").mapTo(Integer.class).one());
      assertEquals(Volumes.SMALL.users(), users);
    }
  }

  @Test
  void hasPartialAndTextIndexesOnPostgres() {
    List<String> definitions =
        app()
            .app()
            .database()
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'")
                        .mapTo(String.class)
                        .list());
    assertEquals(
        3,
        definitions.stream().filter(each -> each.contains(" WHERE ")).count(),
        definitions::toString);
    assertTrue(definitions.stream().anyMatch(each -> each.contains("USING gin")));
  }
}
