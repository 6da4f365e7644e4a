package io.rowcall.core.weave;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Super classes of classes that were loaded before the agent could give them {@link
 * ForwardingMethod}s: from these they have methods of an interface that the super class does not
 * implement. They are woven themselves, if all that is made of them implements the interface.
 */
final class InheritedMethodOwners {
  private final Map<String, List<Instrumentation>> known =
      new ConcurrentHashMap<String, List<Instrumentation>>();

  /**
   * Finds those of an interface.
   *
   * @param loaded all classes of the JVM
   * @param implementing those of them that implement the interface
   */
  Collection<Class<?>> find(
      Class<?>[] loaded, Set<Class<?>> implementing, Instrumentation instrumentation) {
    Set<Class<?>> lenders = new LinkedHashSet<Class<?>>();
    for (Class<?> type : implementing) {
      for (Class<?> above = type.getSuperclass();
          above != null && above.getClassLoader() != null && !implementing.contains(above);
          above = above.getSuperclass()) {
        lenders.add(above);
      }
    }
    for (int i = 0; i < loaded.length && !lenders.isEmpty(); i++) {
      Class<?> type = loaded[i];
      if (!Modifier.isAbstract(type.getModifiers()) && !implementing.contains(type)) {
        for (Class<?> above = type; above != null; above = above.getSuperclass()) {
          lenders.remove(above);
        }
      }
    }
    for (Class<?> lender : lenders) {
      String key = ClassSchemas.key(lender.getName(), lender.getClassLoader());
      List<Instrumentation> of = known.get(key);
      if (of == null) {
        of = new ArrayList<Instrumentation>(1);
        known.put(key, of);
      }
      if (!of.contains(instrumentation)) {
        of.add(instrumentation);
      }
    }
    return lenders;
  }

  /** What is to be woven into a loaded class besides; empty for most. */
  Collection<Instrumentation> instrumentations(Class<?> loaded) {
    List<Instrumentation> of =
        known.get(ClassSchemas.key(loaded.getName(), loaded.getClassLoader()));
    return of == null ? new ArrayList<Instrumentation>(0) : of;
  }
}
