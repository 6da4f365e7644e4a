/** Meetings with their attendees. */
@NullMarked
package io.rowcall.sample.meetings;

import org.jspecify.annotations.NullMarked;
