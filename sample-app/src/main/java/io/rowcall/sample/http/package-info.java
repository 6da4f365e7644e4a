/** Thin layer between handlers and the two servers that they run on. */
@NullMarked
package io.rowcall.sample.http;

import org.jspecify.annotations.NullMarked;
