/** Integrations with sync runs, calendars and calendar events. */
@NullMarked
package io.rowcall.sample.integrations;

import org.jspecify.annotations.NullMarked;
