package io.rowcall.sample.slack;

import java.util.List;

/**
 * Stores events from Slack. Slack delivers an event again until it is acknowledged, so each counts
 * once.
 */
interface SlackEvents {

  StoredEvents store(String teamId, List<Event> events) throws Exception;

  /** Event with Slack's id. */
  record Event(String id, String type, String payload) {}

  /** Numbers of new events and of duplicates. */
  record StoredEvents(int accepted, int duplicates) {}
}
