package io.acme.libraries.calls;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The SQL client of Vert.x over PostgreSQL: each query in a callback, with its connection. */
final class VertxSqlCalls implements CallSubject {
  private static final String SELECT = "SELECT name FROM item WHERE id = $1";

  private final Pool pool;

  VertxSqlCalls(String url) throws IOException {
    PgConnectOptions options =
        new PgConnectOptions()
            .setHost("localhost")
            .setPort(EmbeddedPostgres.builder().start().getPort())
            .setDatabase("postgres")
            .setUser("postgres")
            .setPassword("postgres");
    pool =
        PgBuilder.pool()
            .with(new PoolOptions().setMaxSize(4))
            .connectingTo(options)
            .using(Vertx.vertx())
            .build();
    await(pool.query("CREATE TABLE item (id INT PRIMARY KEY, name VARCHAR(20))").execute());
    await(pool.query("INSERT INTO item (id, name) VALUES (1, 'canary')").execute());
  }

  private static <T> T await(Future<T> result) {
    return result.toCompletionStage().toCompletableFuture().join();
  }

  private Future<RowSet<Row>> select(String id) {
    return pool.withConnection(
        connection -> connection.preparedQuery(SELECT).execute(Tuple.of(Integer.valueOf(id))));
  }

  @Override
  public void call(String id) {
    await(select(id));
  }

  @Override
  public void fail() {
    await(pool.query("SELECT name FROM missing WHERE id = 1").execute());
  }

  /** One query, one of a prepared statement, and one batch. */
  @Override
  public void together(List<String> ids) {
    var results = new ArrayList<Future<?>>();
    results.add(select(ids.get(0)));
    results.add(pool.withConnection(connection -> connection.prepare(SELECT).compose(this::one)));
    results.add(pool.withConnection(VertxSqlCalls::batch));
    await(Future.all(results));
  }

  private Future<RowSet<Row>> one(PreparedStatement statement) {
    return statement.query().execute(Tuple.of(1));
  }

  private static Future<RowSet<Row>> batch(SqlConnection connection) {
    return connection.preparedQuery(SELECT).executeBatch(List.of(Tuple.of(1), Tuple.of(2)));
  }
}
