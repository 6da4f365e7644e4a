package org.springframework.samples.petclinic.owner;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Repository of owners, with pets loaded lazily or eagerly. */
interface OwnerRepository extends JpaRepository<Owner, Long> {
  List<Owner> findAllByOrderById();

  List<Owner> findByCity(String city);

  @Query("select distinct o from Owner o join fetch o.pets order by o.id")
  List<Owner> findAllWithPets();
}
