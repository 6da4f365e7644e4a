/**
 * An application beneath a library's package, whose endpoints share repository methods, and whose
 * entities are written out as they are.
 */
package org.springframework.samples.petclinic;
