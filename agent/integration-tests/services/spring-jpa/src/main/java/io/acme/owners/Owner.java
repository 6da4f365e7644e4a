package io.acme.owners;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;

/** An owner of pets. */
@Entity
public class Owner {
  @Id @GeneratedValue private Long id;
  private String name;

  @OneToMany(mappedBy = "owner", cascade = CascadeType.ALL)
  @OrderBy("id")
  private List<Pet> pets = new ArrayList<>();

  /** Required by JPA. */
  protected Owner() {}

  Owner(String name) {
    this.name = name;
  }

  void add(Pet pet) {
    pet.setOwner(this);
    pets.add(pet);
  }

  String getName() {
    return name;
  }

  List<Pet> getPets() {
    return pets;
  }
}
