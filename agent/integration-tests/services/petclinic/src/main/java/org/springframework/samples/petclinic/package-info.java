/**
 * An application in a package of a library, whose endpoints share repository methods, and which
 * serializes its entities.
 */
package org.springframework.samples.petclinic;
