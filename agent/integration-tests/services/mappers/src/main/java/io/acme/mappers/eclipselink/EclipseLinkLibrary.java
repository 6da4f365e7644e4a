package io.acme.mappers.eclipselink;

import io.acme.library.Books;
import io.acme.library.Library;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Authors with a lazy association to their books. */
public final class EclipseLinkLibrary implements Library {
  private static final String ALL = "select a from Author a order by a.id";

  private final EntityManagerFactory plain;
  private final EntityManagerFactory batching;

  public EclipseLinkLibrary(DataSource source) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("jakarta.persistence.nonJtaDataSource", source);
    properties.put("eclipselink.logging.level", "SEVERE");
    properties.put("eclipselink.weaving", "false");
    properties.put("eclipselink.cache.shared.default", "false");
    properties.put("eclipselink.session-name", "plain");
    plain = Persistence.createEntityManagerFactory("library", new HashMap<>(properties));
    properties.put("eclipselink.jdbc.batch-writing", "JDBC");
    properties.put("eclipselink.session-name", "batching");
    batching = Persistence.createEntityManagerFactory("library", properties);
  }

  @Override
  public String oneByOne() {
    EntityManager manager = plain.createEntityManager();
    try {
      List<Author> authors =
          manager.createQuery(ALL, Author.class).getResultList(); // call site: parent
      return text(authors);
    } finally {
      manager.close();
    }
  }

  @Override
  public String together() {
    return hinted("eclipselink.left-join-fetch", "a.books", null);
  }

  @Override
  public String inBatches() {
    return hinted("eclipselink.batch", "a.books", "IN");
  }

  private String hinted(String hint, String value, String type) {
    EntityManager manager = plain.createEntityManager();
    try {
      var query = manager.createQuery(ALL, Author.class).setHint(hint, value);
      if (type != null) {
        query.setHint("eclipselink.batch.type", type);
      }
      return text(query.getResultList());
    } finally {
      manager.close();
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

  private static void add(EntityManagerFactory factory, int n) {
    EntityManager manager = factory.createEntityManager();
    try {
      manager.getTransaction().begin();
      for (int i = 0; i < n; i++) {
        manager.persist(new Book(Books.nextId(), 1 + i, "added"));
      }
      manager.getTransaction().commit(); // call site: adds
    } finally {
      manager.close();
    }
  }
}
