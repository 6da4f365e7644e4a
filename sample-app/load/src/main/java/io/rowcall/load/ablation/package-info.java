/** Each part of the optimization, measured alone. */
@NullMarked
package io.rowcall.load.ablation;

import org.jspecify.annotations.NullMarked;
