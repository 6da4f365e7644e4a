/**
 * Settings, their sources and their defaults.
 *
 * <p><b>Loader:</b> the agent's own. <b>Threads:</b> read once, before the application's {@code
 * main}; immutable afterwards. Imports no other package of the agent.
 */
@NullMarked
package io.rowcall.core.config;

import org.jspecify.annotations.NullMarked;
