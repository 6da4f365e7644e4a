/** Vets, who are cached. */
package org.springframework.samples.petclinic.vet;
