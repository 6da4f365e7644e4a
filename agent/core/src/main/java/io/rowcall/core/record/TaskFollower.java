package io.rowcall.core.record;

/** Weaves classes of tasks so that their runs are told; implemented where classes are woven. */
public interface TaskFollower {
  /**
   * @param taskClass a class of the application or a library, with a method {@code run} or {@code
   *     call}
   * @return whether its runs will be told from the next one on
   */
  boolean follow(Class<?> taskClass);
}
