/**
 * The instrumentations of executors: a request follows its work. Most of these classes belong to
 * the JDK and are loaded before the weaving begins; they are woven with the first statement or
 * request.
 */
@NullMarked
package io.rowcall.core.weave.async;

import org.jspecify.annotations.NullMarked;
