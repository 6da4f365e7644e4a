/**
 * Caches: hits and misses per request, loads, size and evictions.
 *
 * <p>A new cache extends {@link io.rowcall.it.cache.CacheContract}.
 */
package io.rowcall.it.cache;
