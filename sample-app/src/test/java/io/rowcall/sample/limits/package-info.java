/** Tests of the package of the same name. */
@NullMarked
package io.rowcall.sample.limits;

import org.jspecify.annotations.NullMarked;
