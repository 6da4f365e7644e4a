package org.springframework.samples.petclinic.vet;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** Specialties. */
interface SpecialtyRepository extends JpaRepository<Specialty, Long> {
  List<Specialty> findByVetId(Long vetId);
}
