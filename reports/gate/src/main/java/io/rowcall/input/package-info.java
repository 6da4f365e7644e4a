/** Loads reports from files, folders and stdin, and explains input that cannot be used. */
@NullMarked
package io.rowcall.input;

import org.jspecify.annotations.NullMarked;
