package io.rowcall.core.record;

/** Weaves classes that could not be decided on while they were loaded. Any thread. */
public interface LateWeaver {
  /** Weaves a class before its first object is used, if it waits to be decided on. */
  void weave(Class<?> type);

  /** Weaves all that wait: every period of the agent's thread, and with each new text. */
  void weaveAll();
}
