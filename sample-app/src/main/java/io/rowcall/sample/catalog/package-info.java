/** Endpoints with their paths, expected query counts and targets, and all cache keys. */
@NullMarked
package io.rowcall.sample.catalog;

import org.jspecify.annotations.NullMarked;
