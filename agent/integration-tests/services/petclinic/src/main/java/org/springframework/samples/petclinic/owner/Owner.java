package org.springframework.samples.petclinic.owner;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** An owner of pets. */
@Entity
public class Owner {
  @Id @GeneratedValue private Long id;
  private String city;

  @OneToMany(mappedBy = "owner", cascade = CascadeType.ALL)
  private List<Pet> pets = new ArrayList<>();

  /** Required by JPA. */
  protected Owner() {}

  Owner(String city) {
    this.city = city;
  }

  void add(Pet pet) {
    pet.setOwner(this);
    pets.add(pet);
  }

  public Long getId() {
    return id;
  }

  public String getCity() {
    return city;
  }

  public List<Pet> getPets() {
    return pets;
  }
}
