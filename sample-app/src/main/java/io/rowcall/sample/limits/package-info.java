/** How often a user may ask. */
@NullMarked
package io.rowcall.sample.limits;

import org.jspecify.annotations.NullMarked;
