package io.rowcall.sample.cache;

/**
 * A value and where it came from.
 *
 * @param hit whether it was in the cache already
 */
public record CacheResult<T>(T value, boolean hit) {}
