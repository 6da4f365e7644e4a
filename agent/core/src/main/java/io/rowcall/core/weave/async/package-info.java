/**
 * Instrumentations of executors and threads: a request follows its tasks. Most of these classes are
 * the JDK's and are loaded before the agent starts; they are woven with the first statement or
 * request.
 */
@NullMarked
package io.rowcall.core.weave.async;

import org.jspecify.annotations.NullMarked;
