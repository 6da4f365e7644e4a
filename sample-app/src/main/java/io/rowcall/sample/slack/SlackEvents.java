package io.rowcall.sample.slack;

import java.util.List;

/**
 * Takes over what Slack delivers; Slack delivers an event again until it is acknowledged, so each
 * counts once.
 */
interface SlackEvents {

  Taken take(String teamId, List<Event> events) throws Exception;

  /** An event as Slack names it. */
  record Event(String id, String type, String payload) {}

  /** How many events were new, and how many were there already. */
  record Taken(int accepted, int duplicates) {}
}
