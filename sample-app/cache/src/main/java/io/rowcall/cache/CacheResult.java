package io.rowcall.cache;

/**
 * Value and its origin.
 *
 * @param hit whether it was already cached
 */
public record CacheResult<T>(T value, boolean hit) {}
