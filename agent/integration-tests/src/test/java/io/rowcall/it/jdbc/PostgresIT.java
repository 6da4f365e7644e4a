package io.rowcall.it.jdbc;

import io.rowcall.it.http.ServiceContract;
import io.rowcall.it.support.ServiceCommand;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;

/** PostgreSQL, unpooled. */
final class PostgresIT extends ServiceContract {
  private final EmbeddedPostgres postgres = start();

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.start();
    } catch (IOException e) {
      throw new AssertionError("PostgreSQL did not start", e);
    }
  }

  @AfterAll
  void stop() throws IOException {
    postgres.close();
  }

  /** Each run has its own database, named after its folder. */
  @Override
  protected ServiceCommand command(Path folder) {
    String database = folder.getFileName().toString();
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + database);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return ServiceCommand.of("jdk", folder)
        .jvmArg("-Dshop.url=" + postgres.getJdbcUrl("postgres", database));
  }
}
