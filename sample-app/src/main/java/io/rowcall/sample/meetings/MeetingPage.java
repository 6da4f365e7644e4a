package io.rowcall.sample.meetings;

import java.util.List;

/** The meetings of one page, and how many there are on all pages. */
record MeetingPage(List<Meeting> meetings, long total) {}
