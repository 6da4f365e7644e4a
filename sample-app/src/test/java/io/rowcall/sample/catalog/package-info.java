/** Tests of the package of the same name. */
@NullMarked
package io.rowcall.sample.catalog;

import org.jspecify.annotations.NullMarked;
