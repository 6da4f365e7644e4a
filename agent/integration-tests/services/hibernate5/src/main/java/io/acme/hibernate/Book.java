package io.acme.hibernate;

/** A book. */
public class Book {
  private int id;
  private int authorId;
  private String title = "";

  protected Book() {}

  Book(int id, int authorId, String title) {
    this.id = id;
    this.authorId = authorId;
    this.title = title;
  }

  public int getId() {
    return id;
  }

  public int getAuthorId() {
    return authorId;
  }

  public String getTitle() {
    return title;
  }
}
