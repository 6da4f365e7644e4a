package io.acme.jobs;

import java.util.TimerTask;

/** Task of a timer. */
final class TimerJob extends TimerTask {

  @Override
  public void run() {
    Work.run("timer");
  }
}
