package io.acme.mappers.spring;

import java.util.Set;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.MappedCollection;

/** An aggregate: an author with its books. */
record Author(@Id int id, String name, @MappedCollection(idColumn = "AUTHOR_ID") Set<Title> books) {

  /** A book as a part of the aggregate. */
  @org.springframework.data.relational.core.mapping.Table("BOOK")
  record Title(@Id int id, String title) {}
}
