/**
 * The instrumentations of executors: a request follows its work. These classes belong to the JDK
 * and are loaded in nearly every JVM, so they are woven only once something else has been.
 */
@NullMarked
package io.rowcall.core.weave.async;

import org.jspecify.annotations.NullMarked;
