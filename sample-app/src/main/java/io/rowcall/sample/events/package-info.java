/** Scheduling polls. */
@NullMarked
package io.rowcall.sample.events;

import org.jspecify.annotations.NullMarked;
