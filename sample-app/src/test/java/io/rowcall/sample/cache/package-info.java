/** The cache alone, its clock driven by hand. */
@NullMarked
package io.rowcall.sample.cache;

import org.jspecify.annotations.NullMarked;
