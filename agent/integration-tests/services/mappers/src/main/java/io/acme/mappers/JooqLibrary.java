package io.acme.mappers;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.acme.library.Books;
import io.acme.library.Library;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The library with jOOQ's query builder, without generated classes. */
final class JooqLibrary implements Library {
  private static final Table<Record> AUTHOR = table(name("AUTHOR"));
  private static final Table<Record> BOOK = table(name("BOOK"));
  private static final Field<Integer> ID = field(name("ID"), Integer.class);
  private static final Field<Integer> AUTHOR_ID = field(name("AUTHOR_ID"), Integer.class);
  private static final Field<String> TITLE = field(name("TITLE"), String.class);

  private final DSLContext dsl;

  JooqLibrary(DataSource source) {
    dsl = DSL.using(source, SQLDialect.H2);
  }

  @Override
  public String oneByOne() {
    StringBuilder text = new StringBuilder();
    List<Integer> authors = dsl.select(ID).from(AUTHOR).orderBy(ID).fetch(ID); // call site: parent
    for (Integer author : authors) {
      List<String> books =
          dsl.select(TITLE).from(BOOK).where(AUTHOR_ID.eq(author)).fetch(TITLE); // call site: loop
      text.append(author).append(books).append('\n');
    }
    return text.toString();
  }

  @Override
  public String together() {
    List<Integer> authors = dsl.select(ID).from(AUTHOR).fetch(ID);
    return dsl.select(TITLE).from(BOOK).where(AUTHOR_ID.in(authors)).fetch(TITLE).toString();
  }

  @Override
  public String inSmallBatches() {
    StringBuilder text = new StringBuilder();
    List<Integer> authors = dsl.select(ID).from(AUTHOR).orderBy(ID).fetch(ID);
    for (int i = 0; i < authors.size(); i += 2) {
      List<Integer> two = authors.subList(i, i + 2);
      text.append(dsl.select(TITLE).from(BOOK).where(AUTHOR_ID.in(two)).fetch(TITLE));
    }
    return text.toString();
  }

  @Override
  public void addOneByOne(int n) {
    for (int i = 0; i < n; i++) {
      dsl.insertInto(BOOK, ID, AUTHOR_ID, TITLE)
          .values(Books.nextId(), 1 + i, "added")
          .execute(); // call site: adds
    }
  }

  @Override
  public void addTogether(int n) {
    BatchBindStep batch = dsl.batch(dsl.insertInto(BOOK, ID, AUTHOR_ID, TITLE).values(0, 0, ""));
    for (int i = 0; i < n; i++) {
      batch = batch.bind(Books.nextId(), 1 + i, "added");
    }
    batch.execute();
  }
}
