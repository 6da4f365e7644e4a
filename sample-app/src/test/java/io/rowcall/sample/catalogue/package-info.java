/** Tests of the package of the same name. */
@NullMarked
package io.rowcall.sample.catalogue;

import org.jspecify.annotations.NullMarked;
