package io.rowcall.cli.gate;

import io.rowcall.cli.InvalidInputException;
import java.util.List;

/**
 * What a gate says of a run.
 *
 * @param breaches errors first, then warnings
 * @param requests of the run
 * @param endpoints of the run, sorted
 * @param budget what it was held to, for people
 * @param notes what a reader of the breaches should know, such as lines that were not found
 * @param category the service, or what else keeps it apart from other gates of the same commit;
 *     empty when nothing does
 */
public record GateResult(
    List<Violation> breaches,
    long requests,
    List<String> endpoints,
    String budget,
    List<String> notes,
    String category) {

  /** The same under a name that keeps it apart from other gates of the same commit. */
  public GateResult ofCategory(String name) {
    return new GateResult(breaches, requests, endpoints, budget, notes, RunCategory.named(name));
  }

  public boolean passed() {
    return errors() == 0;
  }

  /** 0 when the run passes, 1 when it fails. */
  public int exitCode() {
    return passed() ? 0 : 1;
  }

  public long errors() {
    return breaches.stream().filter(breach -> breach.level() == Level.ERROR).count();
  }

  public long warnings() {
    return breaches.size() - errors();
  }

  /** Whether it was held to no budget of the project. */
  boolean isByDefault() {
    return budget.equals(Budget.byDefault().source());
  }

  /** {@code 1 error, 2 warnings; 3 requests of 4 endpoints}. */
  String sum() {
    return NumberText.count(errors(), "error")
        + ", "
        + NumberText.count(warnings(), "warning")
        + "; "
        + NumberText.count(requests, "request")
        + " of "
        + NumberText.count(endpoints.size(), "endpoint");
  }

  /**
   * The verdict in a format.
   *
   * @param output its name, such as {@code text} or {@code json}
   * @throws InvalidInputException when there is no such format; the message names the nearest
   */
  public String render(String output) {
    return OutputFormat.named(output).of(this);
  }
}
