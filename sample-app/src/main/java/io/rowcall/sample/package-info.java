/** A service in which every endpoint exists in two forms: naive and optimized. */
@NullMarked
package io.rowcall.sample;

import org.jspecify.annotations.NullMarked;
