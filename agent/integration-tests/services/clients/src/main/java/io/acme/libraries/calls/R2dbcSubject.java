package io.acme.libraries.calls;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.Statement;
import java.util.List;
import reactor.core.publisher.Flux;

/** R2DBC over a pool: a table with one row, and statements by its key. */
abstract class R2dbcSubject implements CallSubject {
  private final ConnectionPool pool;
  private final String parameter;

  /**
   * @param parameter the name of a statement's first parameter, as the driver wants it
   */
  R2dbcSubject(ConnectionFactory factory, String parameter) {
    this.parameter = parameter;
    pool = new ConnectionPool(ConnectionPoolConfiguration.builder(factory).maxSize(4).build());
    update("CREATE TABLE item (id INT PRIMARY KEY, name VARCHAR(20))");
    update("INSERT INTO item (id, name) VALUES (1, 'canary')");
  }

  private void update(String sql) {
    Flux.usingWhen(
            pool.create(),
            connection -> rows(connection.createStatement(sql)).thenMany(Flux.just(sql)),
            Connection::close)
        .blockLast();
  }

  /** On one connection each. */
  private Flux<String> select(String sql, int id) {
    return Flux.usingWhen(
        pool.create(),
        connection -> rows(bound(connection.createStatement(sql), id)),
        Connection::close);
  }

  private Statement bound(Statement statement, int id) {
    return parameter.isEmpty() ? statement.bind(0, id) : statement.bind(parameter, id);
  }

  private static Flux<String> rows(Statement statement) {
    return Flux.from(statement.execute()).flatMap(R2dbcSubject::names);
  }

  private static org.reactivestreams.Publisher<String> names(Result result) {
    return result.map((Row row, io.r2dbc.spi.RowMetadata metadata) -> row.get(0, String.class));
  }

  private String query(String table) {
    String placeholder = parameter.isEmpty() ? "?" : parameter;
    return "SELECT name FROM " + table + " WHERE id = " + placeholder;
  }

  @Override
  public void call(String id) {
    select(query("item"), Integer.parseInt(id)).blockLast();
  }

  @Override
  public void fail() {
    select(query("missing"), 1).blockLast();
  }

  private Flux<String> select(String id) {
    return select(query("item"), Integer.parseInt(id));
  }

  /** The last one is subscribed to where the driver completes the others. */
  @Override
  public void together(List<String> ids) {
    Flux.fromIterable(ids.subList(1, ids.size()))
        .flatMap(this::select)
        .thenMany(Flux.defer(() -> select(ids.get(0))))
        .blockLast();
  }
}
