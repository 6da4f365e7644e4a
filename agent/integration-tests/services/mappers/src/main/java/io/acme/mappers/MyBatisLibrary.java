package io.acme.mappers;

import io.acme.library.Books;
import io.acme.library.Library;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;

/** MyBatis with nested selects that run when a property is read, and its batch executor. */
final class MyBatisLibrary implements Library {
  private final SqlSessionFactory sessions;

  MyBatisLibrary(DataSource source) {
    Configuration configuration =
        new Configuration(new Environment("library", new JdbcTransactionFactory(), source));
    configuration.addMapper(BookMapper.class);
    sessions = new SqlSessionFactoryBuilder().build(configuration);
  }

  @Override
  public String oneByOne() {
    try (SqlSession session = sessions.openSession()) {
      StringBuilder text = new StringBuilder();
      List<MyBatisAuthor> authors =
          session.getMapper(BookMapper.class).authors(); // call site: parent
      for (MyBatisAuthor author : authors) {
        List<String> books = author.getBooks(); // call site: loop
        text.append(author.getName()).append(books.size()).append(books).append('\n');
      }
      return text.toString();
    }
  }

  @Override
  public String together() {
    try (SqlSession session = sessions.openSession()) {
      return session.getMapper(BookMapper.class).titles().toString();
    }
  }

  @Override
  public String inSmallBatches() {
    try (SqlSession session = sessions.openSession()) {
      BookMapper books = session.getMapper(BookMapper.class);
      StringBuilder text = new StringBuilder().append(books.titles().size());
      for (int i = 1; i <= Books.AUTHORS; i += 2) {
        text.append(books.titlesOfAll(Arrays.asList(i, i + 1)));
      }
      return text.toString();
    }
  }

  @Override
  public void addOneByOne(int n) {
    try (SqlSession session = sessions.openSession()) {
      BookMapper books = session.getMapper(BookMapper.class);
      for (int i = 0; i < n; i++) {
        books.add(Books.nextId(), 1 + i, "added"); // call site: adds
      }
      session.commit();
    }
  }

  @Override
  public void addTogether(int n) {
    try (SqlSession session = sessions.openSession(ExecutorType.BATCH)) {
      BookMapper books = session.getMapper(BookMapper.class);
      for (int i = 0; i < n; i++) {
        books.add(Books.nextId(), 1 + i, "added");
      }
      session.commit();
    }
  }
}
