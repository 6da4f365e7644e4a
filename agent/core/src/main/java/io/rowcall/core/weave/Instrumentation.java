package io.rowcall.core.weave;

/**
 * How one kind of class is woven: what it picks, and what it calls from where. Stateless.
 *
 * <p>{@link #candidates} runs at start-up and must not touch Byte Buddy; {@link #weave} runs for
 * each class that was picked.
 */
public interface Instrumentation {
  Candidates candidates();

  void weave(Weaver type);
}
