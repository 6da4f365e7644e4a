/** Configuration and endpoints outside the domain. */
package org.springframework.samples.petclinic.system;
