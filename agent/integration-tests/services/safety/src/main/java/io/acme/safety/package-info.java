/** Programs in which agents have failed: faults, exits, hostile class loaders, other agents. */
package io.acme.safety;
