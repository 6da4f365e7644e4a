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
    DIALECT
  }

  final Source source;
  final Type type;

  /** The local variable of the advice method that holds it. */
  final int variable;

  /** The index of an argument; 0 for all others. */
  final int argument;

  /** The name of a field; empty for all others. */
  final String field;

  AdviceParameter(Source source, Type type, int variable, int argument, String field) {
    this.source = source;
    this.type = type;
    this.variable = variable;
    this.argument = argument;
    this.field = field;
  }
}
