package io.rowcall.gate;

/** A budget derived from a run, not yet written to a file. Immutable. */
public final class BudgetDraft {
  private final Budget budget;

  BudgetDraft(Budget budget) {
    this.budget = budget;
  }

  /** Number of endpoints with a limit. */
  public int endpoints() {
    return budget.rules().size();
  }

  /** Number of accepted findings. */
  public int acceptedFindings() {
    return budget.suppressions().size();
  }

  /** The content of a budget file. */
  public String toYaml() {
    return BudgetWriter.toYaml(budget);
  }

  /** The same as JSON, which a budget file may contain as well. */
  public String toJson() {
    return BudgetWriter.toJson(budget);
  }
}
