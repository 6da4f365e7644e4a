/** Scheduling polls: who can meet when. */
@NullMarked
package io.rowcall.sample.events;

import org.jspecify.annotations.NullMarked;
