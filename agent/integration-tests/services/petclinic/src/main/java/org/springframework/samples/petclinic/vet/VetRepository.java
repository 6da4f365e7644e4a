package org.springframework.samples.petclinic.vet;

import java.util.List;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.data.jpa.repository.JpaRepository;

/** Repository of vets, which is cached. */
interface VetRepository extends JpaRepository<Vet, Long> {
  @Override
  @Cacheable("vets")
  List<Vet> findAll();
}
