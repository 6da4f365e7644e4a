package org.springframework.samples.petclinic.vet;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.io.Serial;
import java.io.Serializable;

/** A vet; serializable, because JCache stores copies. */
@Entity
public class Vet implements Serializable {
  @Serial private static final long serialVersionUID = 1;

  @Id @GeneratedValue private Long id;

  public Long getId() {
    return id;
  }
}
