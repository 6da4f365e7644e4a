package io.rowcall.it.jvm;

/** A program that has nothing to do with JDBC or HTTP. */
final class Idle {
  private Idle() {}

  /** Prints a line, and ends. */
  @SuppressWarnings("SystemOut") // All it does.
  public static void main(String[] args) {
    System.out.println("done");
  }
}
