package io.rowcall.sample.meetings;

/** Somebody who was invited to a meeting. */
record Attendee(long id, String name, String email, String responseStatus) {}
