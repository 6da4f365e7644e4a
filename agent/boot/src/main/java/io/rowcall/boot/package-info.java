/**
 * The hot path: everything that woven code calls, and nothing else.
 *
 * <p><b>Loader:</b> bootstrap. At assembly every class of this package is renamed to {@code
 * java.lang.Rowcall…} and defined into {@code java.base} when the agent starts, so that any class
 * of any loader (OSGi, JBoss Modules and named modules included) can call it.
 *
 * <p><b>Threads:</b> the application's own. A class here is confined to one thread at a time unless
 * its comment says otherwise. Nothing here has a monitor or a lock: carriers of virtual threads
 * come through, and must never wait for what a virtual thread may own.
 *
 * <p><b>May import:</b> {@code java.lang} and {@code java.util.concurrent} of {@code java.base};
 * never {@code java.sql}, which other loaders own.
 */
@NullMarked
package io.rowcall.boot;

import org.jspecify.annotations.NullMarked;
