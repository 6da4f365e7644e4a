/** Tests of the package of the same name. */
@NullMarked
package io.rowcall.load.claims;

import org.jspecify.annotations.NullMarked;
