package io.rowcall.sample.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scheduling poll as its page shows it: participants, blocks, and availability. */
record EventView(Details event, List<Person> people, List<Block> blocks) {

  /** Poll without answers. */
  record Details(
      long id,
      String token,
      String title,
      @Nullable String description,
      String timeZone,
      String host) {}

  /** Participant. */
  record Person(long id, String name) {}

  /** Proposed time, with the ids of those who can and of those who perhaps can. */
  record Block(long id, Instant startsAt, Instant endsAt, List<Long> available, List<Long> maybe) {}

  /** Proposed time. */
  record Slot(long id, Instant startsAt, Instant endsAt) {}

  /** Answer of one person to one block. */
  record Answer(long personId, long blockId, String status) {}
}
