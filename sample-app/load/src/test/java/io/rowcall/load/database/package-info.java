/** Tests of the package of the same name. */
@NullMarked
package io.rowcall.load.database;

import org.jspecify.annotations.NullMarked;
