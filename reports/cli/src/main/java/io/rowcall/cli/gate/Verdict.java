package io.rowcall.cli.gate;

import io.rowcall.cli.BadInput;
import java.util.List;

/**
 * What a gate says of a run.
 *
 * @param breaches errors first, then warnings
 * @param requests of the run
 * @param endpoints of the run
 * @param budget what it was held to, for people
 */
public record Verdict(List<Breach> breaches, long requests, int endpoints, String budget) {

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

  /**
   * The verdict in a format.
   *
   * @param output its name, such as {@code text} or {@code json}
   * @throws BadInput when there is no such format; the message names the nearest
   */
  public String render(String output) {
    return Output.named(output).render(this);
  }
}
