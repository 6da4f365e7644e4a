/** Tests of the package of the same name. */
@NullMarked
package io.rowcall.sample.db;

import org.jspecify.annotations.NullMarked;
