package org.springframework.samples.petclinic.owner;

import com.fasterxml.jackson.annotation.JsonIgnore;
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

  @ManyToOne(fetch = FetchType.LAZY)
  private PetType type;

  /** Required by JPA. */
  protected Pet() {}

  Pet(String name, PetType type) {
    this.name = name;
    this.type = type;
  }

  void setOwner(Owner owner) {
    this.owner = owner;
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  @JsonIgnore
  public PetType getType() {
    return type;
  }
}
