/** What every endpoint is built from. */
@NullMarked
package io.rowcall.sample.wiring;

import org.jspecify.annotations.NullMarked;
