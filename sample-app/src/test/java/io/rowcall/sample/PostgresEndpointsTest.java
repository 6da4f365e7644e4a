package io.rowcall.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.List;
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
  void hasThePartialAndTextIndexesThatOnlyPostgresKnows() {
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
