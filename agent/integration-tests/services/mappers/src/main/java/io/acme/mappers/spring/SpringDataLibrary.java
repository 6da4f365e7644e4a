package io.acme.mappers.spring;

import io.acme.library.Books;
import io.acme.library.Library;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;

/** Aggregates whose books Spring Data reads per author. */
public final class SpringDataLibrary implements Library {
  private final Authors authors;
  private final JdbcAggregateTemplate template;

  public SpringDataLibrary(DataSource source) {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.registerBean("dataSource", DataSource.class, () -> source);
    context.register(SpringDataConfiguration.class);
    context.refresh();
    authors = context.getBean(Authors.class);
    template = context.getBean(JdbcAggregateTemplate.class);
  }

  /** Spring Data runs the loop; this is the closest line of the application. */
  @Override
  public String oneByOne() {
    StringBuilder text = new StringBuilder();
    for (Author author : authors.findAll()) { // call site: loop
      text.append(author.name()).append(author.books().size()).append('\n');
    }
    return text.toString();
  }

  @Override
  public String together() {
    return authors.titles().toString();
  }

  @Override
  public void addOneByOne(int n) {
    for (int i = 0; i < n; i++) {
      template.insert(new Book(Books.nextId(), 1 + i, "added")); // call site: adds
    }
  }

  @Override
  public void addTogether(int n) {
    List<Book> books = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      books.add(new Book(Books.nextId(), 1 + i, "added"));
    }
    template.insertAll(books);
  }
}
