/** Tests of the cache alone, with a manual clock and a real Redis. */
@NullMarked
package io.rowcall.cache;

import org.jspecify.annotations.NullMarked;
