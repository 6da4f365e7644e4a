/** Dependencies that all endpoints share. */
@NullMarked
package io.rowcall.sample.wiring;

import org.jspecify.annotations.NullMarked;
