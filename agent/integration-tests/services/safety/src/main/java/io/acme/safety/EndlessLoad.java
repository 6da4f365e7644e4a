package io.acme.safety;

/** Program that executes until it is killed. */
public final class EndlessLoad {
  private static final int PAUSE_MILLIS = 1;

  private EndlessLoad() {}

  /** Prints {@code READY} after the first execution. */
  public static void main(String[] args) throws Exception {
    SpiedDatabase database = SpiedDatabase.create();
    System.out.println("READY 0");
    while (true) {
      database.word(1);
      Thread.sleep(PAUSE_MILLIS);
    }
  }
}
