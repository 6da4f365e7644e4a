package io.rowcall.sample.events;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Groups answers by block: one pass over the answers, each block found by its id. */
final class Availability {

  private Availability() {}

  static List<EventView.Block> blocks(List<EventView.Slot> slots, List<EventView.Answer> answers) {
    Map<Long, List<Long>> available = new HashMap<>();
    Map<Long, List<Long>> maybe = new HashMap<>();
    for (EventView.Answer answer : answers) {
      Map<Long, List<Long>> kind =
          switch (answer.status()) {
            case "AVAILABLE" -> available;
            case "MAYBE" -> maybe;
            default -> null;
          };
      if (kind != null) {
        kind.computeIfAbsent(answer.blockId(), id -> new ArrayList<>()).add(answer.personId());
      }
    }
    List<EventView.Block> blocks = new ArrayList<>(slots.size());
    for (EventView.Slot slot : slots) {
      blocks.add(
          new EventView.Block(
              slot.id(),
              slot.startsAt(),
              slot.endsAt(),
              sorted(available.get(slot.id())),
              sorted(maybe.get(slot.id()))));
    }
    return blocks;
  }

  private static List<Long> sorted(@org.jspecify.annotations.Nullable List<Long> people) {
    if (people == null) {
      return List.of();
    }
    people.sort(Comparator.naturalOrder());
    return people;
  }
}
