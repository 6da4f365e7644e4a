package org.springframework.samples.petclinic.owner;

import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Endpoints that share repository methods; comments of the form {@code call site: NAME} mark lines
 * that a report must name.
 */
@RestController
class OwnerController {
  private final OwnerRepository owners;
  private final VisitRepository visits;
  private final PetRepository pets;
  private final PetTypeRepository types;
  private final PetTypeFormatter formatter;

  OwnerController(
      OwnerRepository owners,
      VisitRepository visits,
      PetRepository pets,
      PetTypeRepository types,
      PetTypeFormatter formatter) {
    this.owners = owners;
    this.visits = visits;
    this.pets = pets;
    this.types = types;
    this.formatter = formatter;
  }

  /** The pets are loaded one by one while the owners are serialized. */
  @GetMapping("/owners")
  List<Owner> list() {
    return owners.findAllByOrderById(); // call site: view
  }

  @GetMapping("/types")
  List<PetType> typesOfPets() {
    List<Pet> all = pets.findAll(); // call site: view of types
    return all.stream().map(Pet::getType).toList();
  }

  /** Loads visits one by one for pets read with a join. */
  @GetMapping("/visits")
  long visits() {
    long count = 0;
    for (Owner owner : owners.findAllWithPets()) { // call site: join
      for (Pet pet : owner.getPets()) {
        count += visits.findByPetId(pet.getId()).size(); // call site: visits
      }
    }
    return count;
  }

  /** Options of a form, each printed by the formatter. */
  @GetMapping("/pets/new")
  List<String> form() {
    return types.findAllByOrderByName().stream() // call site: options
        .map(type -> formatter.parse(type.getName(), Locale.ROOT).getName())
        .toList();
  }

  // Four endpoints call the same method of the repository, each of them twice.

  @GetMapping("/first")
  int first() {
    int count = owners.findByCity("city 1").size(); // call site: first
    return count + owners.findByCity("city 1").size(); // call site: first again
  }

  @GetMapping("/second/{city}")
  int second(@PathVariable("city") String city) {
    int count = owners.findByCity(city).size(); // call site: second
    return count + owners.findByCity(city).size(); // call site: second again
  }

  @GetMapping("/third")
  int third() {
    int count = owners.findByCity("city 3").size(); // call site: third
    return count + owners.findByCity("city 3").size(); // call site: third again
  }

  @GetMapping("/fourth")
  int fourth() {
    int count = owners.findByCity("city 4").size(); // call site: fourth
    return count + owners.findByCity("city 4").size(); // call site: fourth again
  }

  @GetMapping("/shutdown")
  String shutdown() {
    new Thread(() -> System.exit(0), "exit").start();
    return "bye\n";
  }
}
