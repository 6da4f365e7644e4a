/**
 * Weaving: inserts calls of the hooks into the classes of drivers, pools, caches and servers.
 *
 * <p><b>Loader:</b> the agent's own. <b>Threads:</b> any that loads a class; everything here is
 * immutable or thread-safe. <b>May import:</b> {@code library}, {@code boot}, and Byte Buddy, but
 * Byte Buddy only from {@link io.rowcall.core.weave.ClassRewriter} and {@link
 * io.rowcall.core.weave.Weaver} on, which are loaded with the first selected class.
 *
 * <p>To add a library: one instrumentation in a package below, its test, and one line in {@link
 * io.rowcall.core.weave.catalog.Instrumentations}.
 */
@NullMarked
package io.rowcall.core.weave;

import org.jspecify.annotations.NullMarked;
