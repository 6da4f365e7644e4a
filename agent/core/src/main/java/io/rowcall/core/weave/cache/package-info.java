/** Instrumentations of caches: their lookups, hits and misses. */
@NullMarked
package io.rowcall.core.weave.cache;

import org.jspecify.annotations.NullMarked;
