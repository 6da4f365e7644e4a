package io.rowcall.sample.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scheduling poll as its page shows it: who was asked, which blocks there are, and who can when.
 */
record EventView(Details event, List<Person> people, List<Block> blocks) {

  /** The poll itself. */
  record Details(
      long id,
      String token,
      String title,
      @Nullable String description,
      String timeZone,
      String host) {}

  /** Somebody who answers. */
  record Person(long id, String name) {}

  /** A time that was proposed, with the ids of those who can and of those who perhaps can. */
  record Block(long id, Instant startsAt, Instant endsAt, List<Long> available, List<Long> maybe) {}

  /** A proposed time alone. */
  record Slot(long id, Instant startsAt, Instant endsAt) {}

  /** One answer of one person to one block. */
  record Answer(long personId, long blockId, String status) {}
}
