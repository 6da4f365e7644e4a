package io.rowcall.core.weave;

import io.rowcall.boot.state.StatementState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What weaving has added to classes beside code: state, and forwarding methods. The JVM lets nobody
 * retransform or redefine a class to another schema than it was loaded with, so whoever does it, a
 * debugger or another agent, must find the same added again.
 *
 * <p>State is told by the loaded class itself. Methods are remembered, by name and loader: to ask a
 * class for its methods would load the types that they name. Few classes have any.
 */
final class ClassSchemas {
  private static final String STATE = prefixOfStates();

  private final Map<String, List<ForwardingMethod>> forwarding =
      new ConcurrentHashMap<String, List<ForwardingMethod>>();

  /** The package of the state interfaces, and the start of their names once they are renamed. */
  private static String prefixOfStates() {
    String name = StatementState.class.getName();
    return name.substring(0, name.length() - "StatementState".length());
  }

  /** A name in a loader, for as long as the loader lives. */
  static String key(String name, @Nullable ClassLoader loader) {
    return name + '@' + System.identityHashCode(loader);
  }

  /** A class is being loaded with these methods. */
  void remember(String name, @Nullable ClassLoader loader, List<ForwardingMethod> methods) {
    if (methods.isEmpty()) {
      forwarding.remove(key(name, loader));
    } else {
      forwarding.put(key(name, loader), methods);
    }
  }

  /** The methods that a class was loaded with. */
  List<ForwardingMethod> methods(Class<?> loaded) {
    List<ForwardingMethod> known = forwarding.get(key(loaded.getName(), loaded.getClassLoader()));
    return known == null ? Collections.<ForwardingMethod>emptyList() : known;
  }

  /** The state interfaces that a class was loaded with, in their order. */
  static List<Class<?>> states(@Nullable Class<?> loaded) {
    List<Class<?>> states = new ArrayList<Class<?>>(1);
    if (loaded != null) {
      for (Class<?> implemented : loaded.getInterfaces()) {
        if (isState(implemented.getName())) {
          states.add(implemented);
        }
      }
    }
    return states;
  }

  /** Whether an interface of this binary name is one that only weaving adds. */
  static boolean isState(String name) {
    return name.startsWith(STATE);
  }

  /** Whether a loaded class was given anything. */
  boolean has(Class<?> loaded) {
    return !states(loaded).isEmpty() || !methods(loaded).isEmpty();
  }
}
