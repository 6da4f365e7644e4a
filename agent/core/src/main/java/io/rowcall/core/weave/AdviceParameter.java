package io.rowcall.core.weave;

import net.bytebuddy.jar.asm.Type;

/** Parameter of an advice method, and where its value comes from in the woven method. */
final class AdviceParameter {
  /** What an annotation on the parameter binds it to. */
  enum Source {
    THIS,
    ARGUMENT,
    FIELD,
    ENTER,
    RETURN,
    THROWN,
    ORIGIN,
    LOCAL,
    DIALECT
  }

  final Source source;
  final Type type;

  /** The local variable of the advice method that holds it. */
  final int variable;

  /** The index of an argument; 0 for all others. */
  final int argument;

  /**
   * The name of a field or of a local variable, or the pattern of an origin: {@code #t} for the
   * type, {@code #m} for the method. Empty for all others.
   */
  final String text;

  AdviceParameter(Source source, Type type, int variable, int argument, String text) {
    this.source = source;
    this.type = type;
    this.variable = variable;
    this.argument = argument;
    this.text = text;
  }
}
