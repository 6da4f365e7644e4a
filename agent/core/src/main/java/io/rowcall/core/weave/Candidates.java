package io.rowcall.core.weave;

import io.rowcall.core.config.MethodPattern;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The classes that an {@link Instrumentation} selects: classes of certain names, or all that
 * implement an interface and declare one of its methods. Names are internal, with slashes.
 */
public final class Candidates {
  private static final Set<String> NONE = Collections.emptySet();

  public final Set<String> names;

  /** An interface; empty when classes are selected otherwise. */
  public final String supertype;

  /** Methods of the interface, one of which a class declares. */
  public final Set<String> methods;

  /** Whether interfaces are selected, too. */
  public final boolean interfaces;

  /** A bit of {@link Mentions}; 0 when classes are selected otherwise. */
  public final int mention;

  /** A method of the configuration; null when classes are selected otherwise. */
  public final @Nullable MethodPattern pattern;

  private Candidates(
      Set<String> names, String supertype, Set<String> methods, boolean interfaces, int mention) {
    this(names, supertype, methods, interfaces, mention, null);
  }

  private Candidates(
      Set<String> names,
      String supertype,
      Set<String> methods,
      boolean interfaces,
      int mention,
      @Nullable MethodPattern pattern) {
    this.pattern = pattern;
    this.names = names;
    this.supertype = supertype;
    this.methods = methods;
    this.interfaces = interfaces;
    this.mention = mention;
  }

  /**
   * The classes of these names, in any loader. A class that was loaded before the agent has started
   * is woven with the first statement or request, and can be given no field then.
   */
  public static Candidates named(String... names) {
    return new Candidates(set(names), "", NONE, false, 0);
  }

  /** The classes of these names as well. */
  public Candidates and(String... more) {
    Set<String> all = new HashSet<String>(names);
    all.addAll(Arrays.asList(more));
    return new Candidates(all, supertype, methods, interfaces, mention);
  }

  /**
   * Classes that implement {@code supertype} and declare a method of these names.
   *
   * @param supertype in a package that {@link Mentions} finds
   */
  public static Candidates implementing(String supertype, String... methods) {
    return new Candidates(NONE, supertype, set(methods), false, 0);
  }

  /**
   * Classes of applications and libraries that take tasks: they declare {@code execute}, {@code
   * submit} or {@code schedule} with a body, and its first argument is a {@code Runnable} or a
   * {@code Callable}.
   */
  public static Candidates takingTasks() {
    return new Candidates(NONE, "", NONE, false, Mentions.TASK);
  }

  /** Classes of applications and libraries that create an {@code Executor} from a lambda. */
  public static Candidates creatingExecutors() {
    return new Candidates(NONE, "", NONE, true, Mentions.EXECUTOR_LAMBDA);
  }

  /** Classes with a method that is annotated with {@code Scheduled}, of whatever package. */
  public static Candidates mentioningScheduled() {
    return new Candidates(NONE, "", NONE, true, Mentions.SCHEDULED);
  }

  /** Classes that declare a method of the configuration, and subtypes of its type that do. */
  public static Candidates matching(MethodPattern pattern) {
    return new Candidates(NONE, "", NONE, true, 0, pattern);
  }

  /** Selects interfaces as well, whose default methods are woven. */
  public Candidates withInterfaces() {
    return new Candidates(names, supertype, methods, true, mention);
  }

  private static Set<String> set(String... names) {
    return new HashSet<String>(Arrays.asList(names));
  }
}
