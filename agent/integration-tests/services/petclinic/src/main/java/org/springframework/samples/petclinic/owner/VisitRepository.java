package org.springframework.samples.petclinic.owner;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** Visits. */
interface VisitRepository extends JpaRepository<Visit, Long> {
  List<Visit> findByPetId(Long petId);
}
