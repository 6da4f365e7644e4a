/** A service that has its work done on executors of every make, its own among them. */
package io.acme.executors;
