/** Formats text and numbers for people. Shared by the other packages; not meant for other users. */
@NullMarked
package io.rowcall.text;

import org.jspecify.annotations.NullMarked;
