package org.springframework.samples.petclinic.vet;

import java.util.List;
import java.util.stream.LongStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Comments of the form {@code call site: NAME} mark lines that a report must name. */
@RestController
class VetController {
  private static final int VETS = 6;

  private final VetRepository vets;
  private final SpecialtyRepository specialties;

  VetController(VetRepository vets, SpecialtyRepository specialties) {
    this.vets = vets;
    this.specialties = specialties;
    List<Vet> all = vets.saveAll(LongStream.range(0, VETS).mapToObj(i -> new Vet()).toList());
    all.forEach(vet -> specialties.save(new Specialty(vet.getId())));
  }

  @GetMapping("/vets")
  List<Vet> list() {
    return vets.findAll();
  }

  /** One query per vet; the vets come from the cache. */
  @GetMapping("/vets/specialties")
  long specialties() {
    long count = 0;
    for (Vet vet : vets.findAll()) {
      count += specialties.findByVetId(vet.getId()).size(); // call site: specialties
    }
    return count;
  }
}
