package io.rowcall.bench.peers;

/** Program that ends at once. */
public final class EmptyProgram {
  private EmptyProgram() {}

  public static void main(String[] arguments) {}
}
