package io.acme.mappers.spring;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

/** Repository of authors. */
interface Authors extends CrudRepository<Author, Integer> {

  @Query("SELECT b.title FROM author a JOIN book b ON b.author_id = a.id ORDER BY a.id")
  List<String> titles();
}
