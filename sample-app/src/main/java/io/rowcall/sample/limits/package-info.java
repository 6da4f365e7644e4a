/** Rate limits. */
@NullMarked
package io.rowcall.sample.limits;

import org.jspecify.annotations.NullMarked;
