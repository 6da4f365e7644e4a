package io.acme.owners;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Repository of owners, with pets loaded lazily or eagerly. */
public interface OwnerRepository extends JpaRepository<Owner, Long> {

  /** Owners without pets. */
  List<Owner> findAllByOrderById();

  /** Owners and pets in one query. */
  @Query("select distinct o from Owner o join fetch o.pets order by o.id")
  List<Owner> findAllWithPets();
}
