package io.rowcall.it.jvm;

/** Program that uses neither JDBC nor HTTP. */
final class IdleProgram {
  private IdleProgram() {}

  /** Prints a line and returns. */
  @SuppressWarnings("SystemOut") // The program's only output.
  public static void main(String[] args) {
    System.out.println("done");
  }
}
