/** Instrumentations of R2DBC: the statements of its drivers, below every pool and proxy. */
@NullMarked
package io.rowcall.core.weave.r2dbc;

import org.jspecify.annotations.NullMarked;
