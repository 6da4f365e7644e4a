package io.acme.owners;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Owners, with their pets later or at once. */
public interface OwnerRepository extends JpaRepository<Owner, Long> {

  /** Owners alone. */
  List<Owner> findAllByOrderById();

  /** Owners and pets in one query. */
  @Query("select distinct o from Owner o join fetch o.pets order by o.id")
  List<Owner> findAllWithPets();
}
