package io.rowcall.gate;

import io.rowcall.text.NumberText;
import java.util.List;

/**
 * Result of a gate.
 *
 * @param violations errors first, then warnings; the worst first
 * @param requests number of requests in the run
 * @param endpoints names of the endpoints of the run, sorted
 * @param budget source of the budget: its file, or {@code the defaults}
 * @param notes remarks that fail nothing, such as source files that were not found
 * @param category name of the service, or another name that separates several gates of the same
 *     commit; empty if there is none
 */
public record GateResult(
    List<Violation> violations,
    long requests,
    List<String> endpoints,
    String budget,
    List<String> notes,
    String category) {

  /** A copy with another category. */
  public GateResult withCategory(String name) {
    return new GateResult(
        violations, requests, endpoints, budget, notes, RunCategory.normalize(name));
  }

  public boolean passed() {
    return errors() == 0;
  }

  /** 0 if the run passed, 1 if it failed. */
  public int exitCode() {
    return passed() ? 0 : 1;
  }

  public long errors() {
    return violations.stream().filter(violation -> violation.level() == Level.ERROR).count();
  }

  public long warnings() {
    return violations.size() - errors();
  }

  /** Whether the default rules were used, because there was no budget file. */
  public boolean usesDefaults() {
    return budget.equals(Budget.byDefault().source());
  }

  /** {@code 1 error, 2 warnings; 3 requests to 4 endpoints}. */
  public String summary() {
    return NumberText.count(errors(), "error")
        + ", "
        + NumberText.count(warnings(), "warning")
        + "; "
        + NumberText.count(requests, "request")
        + " to "
        + NumberText.count(endpoints.size(), "endpoint");
  }
}
