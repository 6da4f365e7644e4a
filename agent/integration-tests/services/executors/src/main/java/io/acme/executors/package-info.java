/** A service that runs its queries on executors of many frameworks, and on custom ones. */
package io.acme.executors;
