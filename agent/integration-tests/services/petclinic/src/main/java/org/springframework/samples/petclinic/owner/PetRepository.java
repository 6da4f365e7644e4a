package org.springframework.samples.petclinic.owner;

import org.springframework.data.jpa.repository.JpaRepository;

/** Pets. */
interface PetRepository extends JpaRepository<Pet, Long> {}
