/** Tests of the package of the same name. */
@NullMarked
package io.rowcall.sample.load;

import org.jspecify.annotations.NullMarked;
