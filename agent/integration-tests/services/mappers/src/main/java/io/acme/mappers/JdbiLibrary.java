package io.acme.mappers;

import io.acme.library.Books;
import io.acme.library.Library;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The library with Jdbi's fluent API. */
final class JdbiLibrary implements Library {
  private static final String INSERT = "INSERT INTO book VALUES (:id, :author, :title)";

  private final Jdbi jdbi;

  JdbiLibrary(DataSource source) {
    jdbi = Jdbi.create(source);
  }

  @Override
  public String oneByOne() {
    try (Handle handle = jdbi.open()) {
      StringBuilder text = new StringBuilder();
      List<Integer> authors =
          handle
              .createQuery("SELECT id FROM author ORDER BY id")
              .mapTo(Integer.class)
              .list(); // call site: parent
      for (int author : authors) {
        List<String> books =
            handle
                .createQuery("SELECT title FROM book WHERE author_id = :author")
                .bind("author", author)
                .mapTo(String.class)
                .list(); // call site: loop
        text.append(author).append(books).append('\n');
      }
      return text.toString();
    }
  }

  @Override
  public String together() {
    try (Handle handle = jdbi.open()) {
      List<Integer> authors =
          handle.createQuery("SELECT id FROM author").mapTo(Integer.class).list();
      return handle
          .createQuery("SELECT title FROM book WHERE author_id IN (<authors>)")
          .bindList("authors", authors)
          .mapTo(String.class)
          .list()
          .toString();
    }
  }

  @Override
  public void addOneByOne(int n) {
    jdbi.useHandle(
        handle -> {
          for (int i = 0; i < n; i++) {
            handle
                .createUpdate(INSERT)
                .bind("id", Books.nextId())
                .bind("author", 1 + i)
                .bind("title", "added")
                .execute(); // call site: adds
          }
        });
  }

  @Override
  public void addTogether(int n) {
    jdbi.useHandle(
        handle -> {
          PreparedBatch batch = handle.prepareBatch(INSERT);
          for (int i = 0; i < n; i++) {
            batch.bind("id", Books.nextId()).bind("author", 1 + i).bind("title", "added").add();
          }
          batch.execute();
        });
  }
}
