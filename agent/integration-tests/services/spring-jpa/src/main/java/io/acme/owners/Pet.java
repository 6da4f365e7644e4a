package io.acme.owners;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** A pet of an owner. */
@Entity
public class Pet {
  @Id @GeneratedValue private Long id;
  private String name;

  @ManyToOne(fetch = FetchType.LAZY)
  private Owner owner;

  /** Required by JPA. */
  protected Pet() {}

  Pet(String name) {
    this.name = name;
  }

  void setOwner(Owner owner) {
    this.owner = owner;
  }

  String getName() {
    return name;
  }
}
