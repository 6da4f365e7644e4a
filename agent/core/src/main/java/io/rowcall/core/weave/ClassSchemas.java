package io.rowcall.core.weave;

import io.rowcall.boot.state.StatementState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Fields and methods that weaving has added to classes: state, and forwarding methods. The JVM
 * refuses to retransform or redefine a class to another schema than it was loaded with, so the same
 * members must be added again when a debugger or another agent does it.
 *
 * <p>State is read from the loaded class. Methods are remembered, by name and loader: asking a
 * class for its methods would load the types that they name. Few classes have any.
 */
final class ClassSchemas {
  /** The package of the state interfaces, and the start of their names once they are renamed. */
  private static final String STATE = statePrefix();

  private final Map<String, List<ForwardingMethod>> forwarding =
      new ConcurrentHashMap<String, List<ForwardingMethod>>();

  /** Internal names of classes that should have state, and do not. */
  private final Map<String, Boolean> stateless = new ConcurrentHashMap<String, Boolean>();

  private static String statePrefix() {
    String name = StatementState.class.getName();
    return name.substring(0, name.length() - "StatementState".length());
  }

  /** A key for a name in a loader, valid as long as the loader lives. */
  static String key(String name, @Nullable ClassLoader loader) {
    return name + '@' + System.identityHashCode(loader);
  }

  /** Remembers the forwarding methods of a class that is being loaded. */
  void remember(String name, @Nullable ClassLoader loader, List<ForwardingMethod> methods) {
    if (methods.isEmpty()) {
      forwarding.remove(key(name, loader));
    } else {
      forwarding.put(key(name, loader), methods);
    }
  }

  /** The forwarding methods that a class was loaded with. */
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

  /** Remembers a loaded class that lacks one of the states that it would have been given. */
  void rememberLoaded(Class<?> loaded, List<Class<?>> states) {
    for (Class<?> state : states) {
      if (!state.isAssignableFrom(loaded)) {
        rememberStateless(loaded.getName().replace('.', '/'));
      }
    }
  }

  /** Remembers a class that could not be woven, by its internal name. */
  void rememberStateless(String name) {
    stateless.put(name, true);
  }

  /** Whether a class of this internal name has no state, in any loader: a rare exception. */
  boolean isStateless(String name) {
    return stateless.containsKey(name);
  }

  /** Whether a binary name is that of an interface which only weaving adds. */
  static boolean isState(String name) {
    return name.startsWith(STATE);
  }

  /** Whether a class was loaded with added members. */
  boolean has(Class<?> loaded) {
    return !states(loaded).isEmpty() || !methods(loaded).isEmpty();
  }
}
