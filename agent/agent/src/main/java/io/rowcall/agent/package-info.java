/**
 * Entry points of the agent ({@code premain}, {@code agentmain}, {@code main}) and the class loader
 * that isolates the rest of Rowcall from the application.
 *
 * <p><b>Loader:</b> the system loader, where {@code -javaagent} puts the jar. <b>Threads:</b> the
 * JVM's main thread, before the application's {@code main}. <b>May import:</b> {@code java.base}
 * and {@code java.instrument}; no logging, no {@code java.nio.file}, no lambda.
 */
@NullMarked
package io.rowcall.agent;

import org.jspecify.annotations.NullMarked;
