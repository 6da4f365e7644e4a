/** Owners, their pets and visits. */
package org.springframework.samples.petclinic.owner;
