package org.springframework.samples.petclinic.owner;

import org.springframework.stereotype.Component;

/** Ten owners with two pets each, of ten types, and one visit per pet. */
@Component
public class SampleData {
  static final int OWNERS = 10;

  private final OwnerRepository owners;
  private final PetTypeRepository types;
  private final PetRepository pets;
  private final VisitRepository visits;

  SampleData(
      OwnerRepository owners, PetTypeRepository types, PetRepository pets, VisitRepository visits) {
    this.owners = owners;
    this.types = types;
    this.pets = pets;
    this.visits = visits;
  }

  /** Stores the data. */
  public void store() {
    for (int i = 0; i < OWNERS; i++) {
      var type = types.save(new PetType("type " + i));
      var owner = new Owner("city " + i);
      owner.add(new Pet("first of " + i, type));
      owner.add(new Pet("second of " + i, type));
      owners.save(owner);
    }
    pets.findAll().forEach(pet -> visits.save(new Visit(pet.getId())));
  }
}
