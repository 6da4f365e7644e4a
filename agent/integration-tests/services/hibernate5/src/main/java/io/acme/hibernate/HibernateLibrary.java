package io.acme.hibernate;

import io.acme.library.Books;
import io.acme.library.Library;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.Transaction;
import org.hibernate.cfg.Configuration;

/** Authors with a lazy association to their books. */
final class HibernateLibrary implements Library {
  private final SessionFactory plain;
  private final SessionFactory batching;
  private final SessionFactory pairing;

  HibernateLibrary(DataSource source) {
    plain = configuration(source).buildSessionFactory();
    batching =
        configuration(source)
            .setProperty("hibernate.default_batch_fetch_size", "16")
            .setProperty("hibernate.jdbc.batch_size", "50")
            .buildSessionFactory();
    pairing =
        configuration(source)
            .setProperty("hibernate.default_batch_fetch_size", "2")
            .buildSessionFactory();
  }

  private static Configuration configuration(DataSource source) {
    Configuration configuration = new Configuration().addResource("library-orm.xml");
    configuration.getProperties().put("hibernate.connection.datasource", source);
    return configuration;
  }

  @Override
  public String oneByOne() {
    return lazily(plain);
  }

  @Override
  public String inBatches() {
    return lazily(batching);
  }

  @Override
  public String inSmallBatches() {
    return lazily(pairing);
  }

  @Override
  public void saveNew(int n) {
    try (Session session = batching.openSession()) {
      Transaction transaction = session.beginTransaction();
      for (int i = 0; i < n; i++) {
        session.merge(new Book(Books.nextId(), 1 + i, "saved"));
      }
      transaction.commit();
    }
  }

  private static String lazily(SessionFactory factory) {
    try (Session session = factory.openSession()) {
      List<Author> authors =
          session
              .createQuery("from Author a order by a.id", Author.class)
              .list(); // call site: parent
      return text(authors);
    }
  }

  @Override
  public String together() {
    try (Session session = plain.openSession()) {
      return text(
          session
              .createQuery(
                  "select distinct a from Author a join fetch a.books order by a.id", Author.class)
              .list());
    }
  }

  private static String text(List<Author> authors) {
    StringBuilder text = new StringBuilder();
    for (Author author : authors) {
      text.append(author.getName());
      for (Book book : author.getBooks()) { // call site: loop
        text.append(' ').append(book.getTitle());
      }
      text.append('\n');
    }
    return text.toString();
  }

  @Override
  public void addOneByOne(int n) {
    add(plain, n);
  }

  @Override
  public void addTogether(int n) {
    add(batching, n);
  }

  private static void add(SessionFactory factory, int n) {
    try (Session session = factory.openSession()) {
      Transaction transaction = session.beginTransaction();
      for (int i = 0; i < n; i++) {
        session.persist(new Book(Books.nextId(), 1 + i, "added"));
      }
      transaction.commit(); // call site: adds
    }
  }
}
