package org.springframework.samples.petclinic.owner;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

/** A pet's visit. */
@Entity
public class Visit {
  @Id @GeneratedValue private Long id;
  private Long petId;

  /** Required by JPA. */
  protected Visit() {}

  Visit(Long petId) {
    this.petId = petId;
  }

  public Long getId() {
    return id;
  }
}
