/**
 * Start and end of the agent.
 *
 * <p><b>Loader:</b> the agent's own. <b>Threads:</b> the one that starts the JVM, and the shutdown
 * hook's. Runs before the application's {@code main}: no {@code java.util.logging}, no {@code
 * java.nio.file}, no {@code ServiceLoader}, no lambda, and nothing of Byte Buddy or Jackson.
 */
@NullMarked
package io.rowcall.core.start;

import org.jspecify.annotations.NullMarked;
