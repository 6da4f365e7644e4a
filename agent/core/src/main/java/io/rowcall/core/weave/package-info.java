/**
 * Weaving: which classes of the application call the hooks, and where.
 *
 * <p><b>Loader:</b> the agent's own. <b>Threads:</b> whichever loads a class; everything here is
 * immutable or safe for any thread. <b>May import:</b> Byte Buddy and {@code io.rowcall.boot}, but
 * Byte Buddy only from {@link io.rowcall.core.weave.Weaver} on, which is loaded with the first
 * candidate.
 *
 * <p>To add a framework: one file in a package beside, its test, one line in {@link
 * io.rowcall.core.weave.Instrumentations}.
 */
@NullMarked
package io.rowcall.core.weave;

import org.jspecify.annotations.NullMarked;
