package io.rowcall.core.weave;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Superclasses from which loaded classes inherit the methods of an interface that the superclass
 * does not implement. A class that was loaded before the agent started cannot be given {@link
 * ForwardingMethod}s, so its superclass is woven, if all of its concrete subclasses implement the
 * interface. Any thread.
 */
final class InheritedMethodOwners {
  private final Map<String, List<Instrumentation>> byClass =
      new ConcurrentHashMap<String, List<Instrumentation>>();

  /**
   * Finds the owners for an interface, and remembers them.
   *
   * @param loaded all classes of the JVM
   * @param implementations the loaded classes that implement the interface
   * @param heirs those of them whose inherited methods are to be woven
   */
  Collection<Class<?>> find(
      Class<?>[] loaded,
      Set<Class<?>> implementations,
      Set<Class<?>> heirs,
      Instrumentation instrumentation) {
    Set<Class<?>> owners = new LinkedHashSet<Class<?>>();
    for (Class<?> type : heirs) {
      for (Class<?> above = type.getSuperclass();
          above != null && above.getClassLoader() != null && !implementations.contains(above);
          above = above.getSuperclass()) {
        owners.add(above);
      }
    }
    for (int i = 0; i < loaded.length && !owners.isEmpty(); i++) {
      Class<?> type = loaded[i];
      if (!Modifier.isAbstract(type.getModifiers()) && !implementations.contains(type)) {
        for (Class<?> above = type; above != null; above = above.getSuperclass()) {
          owners.remove(above);
        }
      }
    }
    for (Class<?> owner : owners) {
      remember(owner, instrumentation);
    }
    return owners;
  }

  private void remember(Class<?> owner, Instrumentation instrumentation) {
    String key = ClassSchemas.key(owner.getName(), owner.getClassLoader());
    List<Instrumentation> instrumentations = byClass.get(key);
    if (instrumentations == null) {
      instrumentations = new ArrayList<Instrumentation>(1);
      byClass.put(key, instrumentations);
    }
    if (!instrumentations.contains(instrumentation)) {
      instrumentations.add(instrumentation);
    }
  }

  /** The instrumentations for a loaded class; empty for most. */
  Collection<Instrumentation> instrumentations(Class<?> loaded) {
    List<Instrumentation> instrumentations =
        byClass.get(ClassSchemas.key(loaded.getName(), loaded.getClassLoader()));
    return instrumentations == null ? Collections.<Instrumentation>emptyList() : instrumentations;
  }
}
