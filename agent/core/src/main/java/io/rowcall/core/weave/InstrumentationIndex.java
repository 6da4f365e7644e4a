package io.rowcall.core.weave;

import io.rowcall.core.library.Libraries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the instrumentations for a class: by its name, then by the constant pool, then by the
 * methods that it declares, and only then by its hierarchy. Immutable; any thread.
 */
final class InstrumentationIndex {
  /** The superclass of the proxies that the JDK generates. */
  private static final String PROXY = "java/lang/reflect/Proxy";

  private final Map<String, List<Instrumentation>> byName =
      new HashMap<String, List<Instrumentation>>();
  private final Set<String> interfaces = new HashSet<String>();
  private final List<SubtypeSelector> bySupertype = new ArrayList<SubtypeSelector>();
  private final List<Instrumentation> byMention = new ArrayList<Instrumentation>();
  private final List<PatternSelector> byPattern = new ArrayList<PatternSelector>(0);
  private final Libraries libraries;
  private final ClassSchemas schemas;
  private final UndecidedClasses undecided;

  InstrumentationIndex(
      List<Instrumentation> instrumentations,
      Libraries libraries,
      ClassSchemas schemas,
      UndecidedClasses undecided) {
    this.undecided = undecided;
    this.libraries = libraries;
    this.schemas = schemas;
    for (Instrumentation instrumentation : instrumentations) {
      Candidates candidates = instrumentation.candidates();
      if (candidates.interfaces) {
        interfaces.addAll(candidates.names);
      }
      for (String name : candidates.names) {
        List<Instrumentation> named = byName.get(name);
        if (named == null) {
          named = new ArrayList<Instrumentation>(2);
          byName.put(name, named);
        }
        named.add(instrumentation);
      }
      if (!candidates.supertype.isEmpty()) {
        bySupertype.add(new SubtypeSelector(instrumentation));
      }
      if (candidates.mention != 0) {
        byMention.add(instrumentation);
      }
      if (candidates.pattern != null) {
        byPattern.add(new PatternSelector(instrumentation, candidates.pattern));
      }
    }
  }

  List<SubtypeSelector> supertypes() {
    return bySupertype;
  }

  /** Whether an instrumentation selects a class of this internal name by its name. */
  boolean selectsByName(String name) {
    return byName.containsKey(name);
  }

  /** A quick answer that rules out nearly all classes. */
  boolean maySelect(String name, byte[] bytes) {
    return byName.containsKey(name)
        || (!isIgnored(name) && (!byPattern.isEmpty() || Mentions.in(bytes) != 0));
  }

  boolean hasPatterns() {
    return !byPattern.isEmpty();
  }

  /** Whether the configuration names a method of a loaded class, or of a supertype. */
  boolean matchesPattern(Class<?> loaded) {
    for (PatternSelector selector : byPattern) {
      if (selector.selects(loaded)) {
        return true;
      }
    }
    return false;
  }

  /** Adds the instrumentations that select a class by the content of its class file. */
  void selectByContent(
      String name,
      @Nullable ClassLoader loader,
      @Nullable Class<?> loaded,
      byte[] bytes,
      List<Instrumentation> selected) {
    boolean ignored = isIgnored(name);
    int mentions = ignored ? 0 : Mentions.in(bytes);
    ClassFile type =
        ignored || (mentions == 0 && byPattern.isEmpty()) ? null : ClassFile.parse(bytes);
    if (type == null || PROXY.equals(type.superName)) {
      return; // A proxy of all interfaces of a woven object has the state interfaces as well.
    }
    for (Instrumentation instrumentation : byMention) {
      Candidates candidates = instrumentation.candidates();
      if ((mentions & candidates.mention) != 0
          && (candidates.interfaces || !type.isInterface())
          && (candidates.mention != Mentions.TASK || type.takesTasks())) {
        selected.add(instrumentation);
      }
    }
    if ((mentions & (Mentions.ACTIVATING | Mentions.JOB)) != 0) {
      selectBySupertype(loader, loaded, mentions, type, selected);
    }
    if (!byPattern.isEmpty()) {
      selectByPattern(loader, loaded, type, selected);
    }
  }

  private void selectByPattern(
      @Nullable ClassLoader loader,
      @Nullable Class<?> loaded,
      ClassFile type,
      List<Instrumentation> selected) {
    Set<String> methods = type.methods();
    for (PatternSelector selector : byPattern) {
      if (loaded == null ? selector.selects(type, methods, loader) : selector.selects(loaded)) {
        selected.add(selector.instrumentation);
      }
    }
  }

  private void selectBySupertype(
      @Nullable ClassLoader loader,
      @Nullable Class<?> loaded,
      int mentions,
      ClassFile type,
      List<Instrumentation> selected) {
    Set<String> methods = type.methods();
    for (SubtypeSelector selector : bySupertype) {
      if ((mentions & selector.mention) != 0
          && isSelected(selector, type, methods, loader, loaded)) {
        selected.add(selector.instrumentation);
      }
    }
  }

  /**
   * Whether a class declares one of the methods, or may turn inherited ones into implementations of
   * the interface.
   */
  private boolean isSelected(
      SubtypeSelector selector,
      ClassFile type,
      Set<String> methods,
      @Nullable ClassLoader loader,
      @Nullable Class<?> loaded) {
    boolean declares = selector.isDeclaredIn(methods);
    if (loaded != null) {
      return (declares || !schemas.methods(loaded).isEmpty()) && selector.isImplementedBy(loaded);
    }
    if (!declares && type.isInterface()) {
      return false;
    }
    Hierarchy.Answer answer =
        declares
            ? Hierarchy.implementsInterface(type, selector.supertype, loader)
            : Hierarchy.introduces(type, selector.supertype, loader);
    if (answer == Hierarchy.Answer.UNKNOWN) {
      undecided.add(type.name, loader);
    }
    return answer == Hierarchy.Answer.YES;
  }

  /**
   * The instrumentations that select a class by its name. A name may be an interface in another
   * version of a library.
   */
  List<Instrumentation> named(String name, byte[] bytes) {
    List<Instrumentation> named = byName.get(name);
    if (named == null || (!interfaces.contains(name) && isInterface(bytes))) {
      return Collections.emptyList();
    }
    return named;
  }

  private static boolean isInterface(byte[] bytes) {
    ClassFile type = ClassFile.parse(bytes);
    return type == null || type.isInterface();
  }

  /**
   * Whether a class is selected by its name only: one of the JDK, or a wrapper of a pool or a proxy
   * library. The objects that it wraps are woven, so that an execution counts once.
   */
  boolean isIgnored(String name) {
    return isPlatform(name) || libraries.isWrapper(name);
  }

  private static boolean isPlatform(String name) {
    switch (name.charAt(0)) {
      case 'c':
        return name.startsWith("com/sun/");
      case 'j':
        return name.startsWith("java/") || name.startsWith("jdk/");
      case 'n':
        return name.startsWith("net/bytebuddy/");
      case 's':
        return name.startsWith("sun/");
      default:
        return name.startsWith("$Proxy");
    }
  }
}
