package org.springframework.samples.petclinic.vet;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

/** Specialty of a vet. */
@Entity
public class Specialty {
  @Id @GeneratedValue private Long id;
  private Long vetId;

  /** Required by JPA. */
  protected Specialty() {}

  Specialty(Long vetId) {
    this.vetId = vetId;
  }

  public Long getId() {
    return id;
  }
}
