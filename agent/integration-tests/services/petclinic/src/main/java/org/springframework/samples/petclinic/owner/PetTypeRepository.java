package org.springframework.samples.petclinic.owner;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** Types of pets. */
interface PetTypeRepository extends JpaRepository<PetType, Long> {
  List<PetType> findAllByOrderByName();
}
