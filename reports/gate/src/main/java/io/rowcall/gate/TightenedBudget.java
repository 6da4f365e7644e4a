package io.rowcall.gate;

import java.util.List;

/**
 * Result of tightening a budget.
 *
 * @param text new content of the file
 * @param changed whether it differs from the old content
 * @param lowered number of limits lowered
 * @param updatedIds number of ids replaced by those of this version
 * @param fixed accepted findings that no longer occur
 */
public record TightenedBudget(
    String text, boolean changed, int lowered, int updatedIds, List<FixedFinding> fixed) {

  /**
   * An accepted finding that no longer occurs.
   *
   * @param id of the finding
   * @param endpoint empty if the budget does not name it
   * @param description reason and owner
   * @param origin {@code budget.yml:12}
   * @param removed false if the entry shares its line with others, and has to be removed by hand
   */
  public record FixedFinding(
      String id, String endpoint, String description, String origin, boolean removed) {}
}
