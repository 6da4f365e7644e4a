package io.acme.mappers;

import java.util.List;

/** An author; MyBatis extends this class to load the books lazily. */
public class MyBatisAuthor {
  private int id;
  private String name = "";
  private List<String> books = List.of();

  public int getId() {
    return id;
  }

  public void setId(int id) {
    this.id = id;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public List<String> getBooks() {
    return books;
  }

  public void setBooks(List<String> books) {
    this.books = books;
  }
}
