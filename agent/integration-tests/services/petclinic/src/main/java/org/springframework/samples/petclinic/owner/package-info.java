/** Owners, their pets and the visits of these. */
package org.springframework.samples.petclinic.owner;
