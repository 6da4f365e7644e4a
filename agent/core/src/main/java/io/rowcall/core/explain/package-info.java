/**
 * How a database would read a statement: its plan, asked for on a connection of the agent's own.
 *
 * <p>Loader: the agent's own. Threads: the one that asks, which no statement of is counted. Imports
 * {@code sql} and {@code java.sql}. Off unless {@code explain.url} is set.
 */
@org.jspecify.annotations.NullMarked
package io.rowcall.core.explain;
