package io.acme.mappers.eclipselink;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A book. */
@Entity(name = "Book")
public class Book {
  @Id private int id;

  @Column(name = "AUTHOR_ID")
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
