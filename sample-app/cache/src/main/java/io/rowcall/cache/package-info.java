/** Read-through cache: single flight, a TTL per entry, tags, prefixes, statistics, two tiers. */
@NullMarked
package io.rowcall.cache;

import org.jspecify.annotations.NullMarked;
