/**
 * What can be set, from where, and to what when nobody does.
 *
 * <p><b>Loader:</b> the agent's own. <b>Threads:</b> read once, before the application's {@code
 * main}; immutable from then on. Imports nothing of the rest.
 */
@NullMarked
package io.rowcall.core.config;

import org.jspecify.annotations.NullMarked;
