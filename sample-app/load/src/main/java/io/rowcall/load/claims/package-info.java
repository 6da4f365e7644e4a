/** Claims of the source documents, checked against the measurements. */
@NullMarked
package io.rowcall.load.claims;

import org.jspecify.annotations.NullMarked;
