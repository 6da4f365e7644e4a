package io.rowcall.boot.request;

/**
 * State of a {@link Request} that is a job: how many of its frames are on the stack, and whether
 * its name is final. Written by the thread that runs the job.
 */
public final class JobState {
  private boolean job;
  private int frames;
  private boolean provisional;
  private boolean poll;

  JobState() {}

  /**
   * @param isProvisional whether the first job inside names the unit
   */
  public void begin(boolean isProvisional) {
    job = true;
    frames = 1;
    provisional = isProvisional;
  }

  /** Enters the frame that has named the job. */
  public Request enterAgain(Request job) {
    frames++;
    return job;
  }

  /** Leaves a frame; true for the outermost. */
  public boolean leave() {
    return --frames == 0;
  }

  public void confirmName() {
    provisional = false;
  }

  /** The unit lasts until its thread polls again. */
  public void untilNextPoll() {
    poll = true;
  }

  /** Whether the request is a job. */
  public boolean isJob() {
    return job;
  }

  public boolean isProvisional() {
    return provisional;
  }

  public boolean isPoll() {
    return poll;
  }

  void clear() {
    job = false;
    frames = 0;
    provisional = false;
    poll = false;
  }
}
