/** Self-contained cache: single flight, a TTL per entry, tags, patterns, statistics. */
@NullMarked
package io.rowcall.sample.cache;

import org.jspecify.annotations.NullMarked;
