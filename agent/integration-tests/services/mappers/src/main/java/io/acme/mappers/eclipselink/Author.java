package io.acme.mappers.eclipselink;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** An author with lazily loaded books. */
@Entity(name = "Author")
public class Author {
  @Id private int id;
  private String name = "";

  @OneToMany
  @JoinColumn(name = "AUTHOR_ID", insertable = false, updatable = false)
  private List<Book> books = new ArrayList<>();

  protected Author() {}

  public int getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public List<Book> getBooks() {
    return books;
  }
}
