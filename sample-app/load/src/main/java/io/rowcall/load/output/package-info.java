/** Tables and files. */
@NullMarked
package io.rowcall.load.output;

import org.jspecify.annotations.NullMarked;
