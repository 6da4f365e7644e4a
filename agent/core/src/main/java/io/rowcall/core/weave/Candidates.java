package io.rowcall.core.weave;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Which classes an {@link Instrumentation} picks: some by their names, or all that implement an
 * interface and declare one of its methods themselves. Names are internal, with slashes.
 */
public final class Candidates {
  final Set<String> names;
  final String supertype;
  final Set<String> methods;
  final boolean interfacesToo;

  /** A bit of {@link ClassFile#mentions} that picks a class, with the methods that it declares. */
  final int mention;

  private Candidates(
      Set<String> names, String supertype, Set<String> methods, boolean interfacesToo) {
    this(names, supertype, methods, interfacesToo, 0);
  }

  private Candidates(
      Set<String> names,
      String supertype,
      Set<String> methods,
      boolean interfacesToo,
      int mention) {
    this.mention = mention;
    this.names = names;
    this.supertype = supertype;
    this.methods = methods;
    this.interfacesToo = interfacesToo;
  }

  /**
   * The classes of these names, whoever loads them. One that the JVM has loaded before anything of
   * JDBC or HTTP is woven with the first statement or request, and can be given no field then.
   */
  public static Candidates named(String... names) {
    return new Candidates(
        new HashSet<String>(Arrays.asList(names)), "", new HashSet<String>(), false);
  }

  /**
   * Classes of applications and libraries that take tasks, whatever they implement: they declare
   * {@code execute}, {@code submit} or {@code schedule} with a body, and its first argument is a
   * {@code Runnable} or a {@code Callable}.
   */
  public static Candidates takingTasks() {
    return mentioning(ClassFile.TASK, false);
  }

  /** Classes of applications and libraries that make an {@code Executor} of a lambda. */
  public static Candidates makingExecutors() {
    return mentioning(ClassFile.EXECUTOR_LAMBDA, true);
  }

  private static Candidates mentioning(int mention, boolean interfacesToo) {
    return new Candidates(new HashSet<String>(), "", new HashSet<String>(), interfacesToo, mention);
  }

  /** Interfaces of these names have bodies that are worth weaving. */
  public Candidates interfacesToo() {
    return new Candidates(names, supertype, methods, true);
  }

  /**
   * Classes that implement {@code supertype} and declare a method of these names.
   *
   * @param supertype in a package that {@link ClassFile} looks for in constant pools
   */
  public static Candidates implementing(String supertype, String... methods) {
    return new Candidates(
        new HashSet<String>(), supertype, new HashSet<String>(Arrays.asList(methods)), false);
  }
}
