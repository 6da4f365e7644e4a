package io.acme.mappers;

import io.acme.library.Books;
import io.acme.library.Library;
import io.acme.library.LibraryService;
import io.acme.mappers.eclipselink.EclipseLinkLibrary;
import io.acme.mappers.spring.SpringDataLibrary;
import javax.sql.DataSource;

/** Serves the library with the mapper named by {@code -Dlibrary.mapper}. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    serve(System.getProperty("library.mapper", "jdbc"), Books.open());
  }

  /** Serves the library in a data source with a mapper. */
  public static void serve(String mapper, DataSource source) throws Exception {
    LibraryService.serve(library(mapper, source));
  }

  private static Library library(String mapper, DataSource source) {
    return switch (mapper) {
      case "jdbc" -> new JdbcLibrary(source);
      case "jdbi" -> new JdbiLibrary(source);
      case "jooq" -> new JooqLibrary(source);
      case "mybatis" -> new MyBatisLibrary(source);
      case "spring-data-jdbc" -> new SpringDataLibrary(source);
      case "eclipselink" -> new EclipseLinkLibrary(source);
      default -> throw new IllegalArgumentException("no such mapper: " + mapper);
    };
  }
}
