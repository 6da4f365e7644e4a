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

  private Candidates(
      Set<String> names, String supertype, Set<String> methods, boolean interfacesToo) {
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
