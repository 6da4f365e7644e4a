/**
 * Startup and shutdown of the agent.
 *
 * <p><b>Loader:</b> the agent's own. <b>Threads:</b> the JVM's main thread, a thread that loads the
 * class that activates the agent, and the shutdown hook. Runs before the application's {@code
 * main}: no {@code java.util.logging}, no {@code java.nio.file}, no {@code ServiceLoader}, no
 * lambda, and nothing of Byte Buddy or Jackson.
 */
@NullMarked
package io.rowcall.core.start;

import org.jspecify.annotations.NullMarked;
