/**
 * Facts about libraries, by package: which are pools, caches, drivers, ORMs, servers or proxies,
 * and how to read their gauges.
 *
 * <p>A library with an instrumentation of its own is described by it; see {@code
 * Instrumentation.library()}. All others have a line in {@link io.rowcall.core.library.Catalog}.
 *
 * <p><b>Loader:</b> the agent's own. <b>Threads:</b> any; immutable. <b>May import:</b> {@code
 * sql.Dialect} and {@code callsite.Orm}. Libraries are described by strings: nothing of a library
 * is loaded here, and nothing of Byte Buddy.
 */
@NullMarked
package io.rowcall.core.library;

import org.jspecify.annotations.NullMarked;
