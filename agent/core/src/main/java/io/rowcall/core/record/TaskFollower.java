package io.rowcall.core.record;

/** Weaver of task classes, implemented where classes are woven. */
public interface TaskFollower {
  /**
   * Weaves {@code run} or {@code call} of a task class, so that the agent sees when its tasks run.
   *
   * @param taskClass a class of the application or a library, with a method {@code run} or {@code
   *     call}
   * @return whether runs are seen from the next one on
   */
  boolean follow(Class<?> taskClass);
}
