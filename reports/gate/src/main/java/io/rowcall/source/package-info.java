/** Finds the source line of a call site in a checkout. */
@NullMarked
package io.rowcall.source;

import org.jspecify.annotations.NullMarked;
