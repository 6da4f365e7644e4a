package io.acme.hibernate;

import java.util.ArrayList;
import java.util.List;

/** An author with lazily loaded books. */
public class Author {
  private int id;
  private String name = "";
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
