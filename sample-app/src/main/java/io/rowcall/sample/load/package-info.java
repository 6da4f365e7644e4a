/** Drives both forms of the endpoints and prints what it measured. */
@NullMarked
package io.rowcall.sample.load;

import org.jspecify.annotations.NullMarked;
