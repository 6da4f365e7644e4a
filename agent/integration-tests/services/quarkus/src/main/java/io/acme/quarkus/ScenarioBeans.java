package io.acme.quarkus;

import io.acme.shop.Scenarios;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/** Producer of the scenarios, whose schema is created at the start. */
@Singleton
public final class ScenarioBeans {

  @Produces
  @Singleton
  @Startup
  Scenarios scenarios() throws SQLException {
    return Scenarios.open();
  }
}
