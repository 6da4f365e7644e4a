/** Meetings and attendees. */
@NullMarked
package io.rowcall.sample.meetings;

import org.jspecify.annotations.NullMarked;
