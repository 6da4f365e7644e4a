package io.rowcall.it.call;

import io.rowcall.it.support.Covers;
import org.junit.jupiter.api.Tag;

/** The SQL client of Vert.x over PostgreSQL, whose callbacks run on its event loops. */
@Covers({"VertxFuture", "VertxSql"})
@Tag("compat")
final class VertxSqlIT extends ReactiveSqlContract {

  @Override
  public String artifact() {
    return "vertx-pg-client";
  }

  @Override
  String driver() {
    return "VertxSql";
  }

  @Override
  String file() {
    return "VertxSqlCalls.java";
  }
}
