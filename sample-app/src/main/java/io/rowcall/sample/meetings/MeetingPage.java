package io.rowcall.sample.meetings;

import java.util.List;

/** Meetings of one page, and the total number. */
record MeetingPage(List<Meeting> meetings, long total) {}
