package org.springframework.samples.petclinic.owner;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

/** Type of a pet. */
@Entity
@JsonIgnoreProperties("hibernateLazyInitializer")
public class PetType {
  @Id @GeneratedValue private Long id;
  private String name;

  /** Required by JPA. */
  protected PetType() {}

  PetType(String name) {
    this.name = name;
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }
}
