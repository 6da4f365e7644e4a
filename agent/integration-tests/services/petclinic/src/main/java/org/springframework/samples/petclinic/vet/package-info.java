/** Vets and their cache. */
package org.springframework.samples.petclinic.vet;
