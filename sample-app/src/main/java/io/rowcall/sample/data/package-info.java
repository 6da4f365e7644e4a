/** The rows that the app starts with: the same on every start. */
@NullMarked
package io.rowcall.sample.data;

import org.jspecify.annotations.NullMarked;
