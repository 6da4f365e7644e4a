/** Tests of the cache alone, with a manual clock. */
@NullMarked
package io.rowcall.sample.cache;

import org.jspecify.annotations.NullMarked;
