package io.acme.libraries.caches;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;

/** Cached entity. */
@Entity
@Cacheable
@Cache(usage = CacheConcurrencyStrategy.READ_WRITE, region = "owners")
public class Owner {
  @Id private String id = "";
  private String name = "";

  /** For Hibernate. */
  protected Owner() {}

  String name() {
    return name;
  }

  String id() {
    return id;
  }
}
