/** A service over one library at a time, which has never heard of Rowcall. */
@NullMarked
package io.acme.libraries;

import org.jspecify.annotations.NullMarked;
