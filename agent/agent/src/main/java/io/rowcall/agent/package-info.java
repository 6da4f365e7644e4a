/**
 * The way into the JVM: {@code premain}, {@code agentmain} and {@code main}, and the loader that
 * keeps everything else of Rowcall out of the application's sight.
 *
 * <p><b>Loader:</b> the system loader, where {@code -javaagent} puts the jar. <b>Threads:</b> the
 * one that starts the JVM, before the application's {@code main}. <b>May import:</b> {@code
 * java.base} and {@code java.instrument}; no logging, no {@code java.nio.file}, no lambda.
 */
@NullMarked
package io.rowcall.agent;

import org.jspecify.annotations.NullMarked;
