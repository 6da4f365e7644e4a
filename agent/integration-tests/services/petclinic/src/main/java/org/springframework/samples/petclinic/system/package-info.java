/** What belongs to no part of the clinic. */
package org.springframework.samples.petclinic.system;
