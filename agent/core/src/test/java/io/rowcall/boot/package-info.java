/** Test support beside the hot path: makes requests with a clock of the test's own. */
@NullMarked
package io.rowcall.boot;

import org.jspecify.annotations.NullMarked;
