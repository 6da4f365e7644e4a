/** Generated rows, the same on every start. */
@NullMarked
package io.rowcall.sample.data;

import org.jspecify.annotations.NullMarked;
