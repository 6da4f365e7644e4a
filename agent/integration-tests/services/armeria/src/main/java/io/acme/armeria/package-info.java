/** The scenarios on Armeria. */
package io.acme.armeria;
