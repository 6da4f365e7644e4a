package io.acme.jobs;

/** Loop of a thread that the application manages itself. */
final class HomeMadeQueue {

  /** Handler of one message. */
  interface Handler {
    void handle(String message);
  }

  private HomeMadeQueue() {}

  static void start() {
    Handler handler = new HomeMadeHandler();
    Thread thread =
        new Thread(
            () -> {
              for (int i = 0; i < Work.RUNS; i++) {
                try {
                  handler.handle("message " + i);
                } catch (IllegalStateException planned) {
                  return;
                }
              }
            },
            "home-made");
    thread.setDaemon(true);
    thread.start();
  }

  private static final class HomeMadeHandler implements Handler {

    @Override
    public void handle(String message) {
      Work.run("configured");
    }
  }
}
