/**
 * Execution plans: asks a database, on a connection of the agent's own, how it reads a statement.
 *
 * <p><b>Loader:</b> the agent's own. <b>Threads:</b> the explainer's, whose statements are not
 * counted. <b>May import:</b> {@code sql} and {@code java.sql}. Off unless {@code explain.url} is
 * set.
 */
@NullMarked
package io.rowcall.core.explain;

import org.jspecify.annotations.NullMarked;
