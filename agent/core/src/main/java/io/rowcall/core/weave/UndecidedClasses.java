package io.rowcall.core.weave;

import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Classes that were loaded without knowing all their supertypes, because a loader that decrypts or
 * generates classes serves no class files. A transformer cannot load the supertypes: the JVM would
 * pass them to no transformer at all. Once the class is loaded its supertypes are known: its
 * constructors ask for the decision, see {@link ConstructionProbe}, and so does the agent's thread.
 *
 * <p>Bounded, because a class that cannot be loaded stays undecided. Any thread.
 */
final class UndecidedClasses {
  private static final int MAX_CLASSES = 1_000;
  private static final int MAX_ATTEMPTS = 100;

  private final Set<String> keys =
      Collections.newSetFromMap(new ConcurrentHashMap<String, Boolean>());
  private final AtomicInteger attempts = new AtomicInteger();
  private volatile @Nullable Runnable listener;

  /** Sets the action that makes the agent's thread call {@link #startAttempt()} soon. */
  void setListener(Runnable action) {
    listener = action;
  }

  void add(String internalName, @Nullable ClassLoader loader) {
    if (keys.size() < MAX_CLASSES
        && keys.add(ClassSchemas.key(internalName.replace('/', '.'), loader))) {
      attempts.set(0);
      Runnable action = listener;
      if (action != null) {
        action.run();
      }
    }
  }

  boolean isEmpty() {
    return keys.isEmpty();
  }

  boolean contains(Class<?> type) {
    return !keys.isEmpty()
        && keys.contains(ClassSchemas.key(type.getName(), type.getClassLoader()));
  }

  boolean contains(String internalName, @Nullable ClassLoader loader) {
    return !keys.isEmpty()
        && keys.contains(ClassSchemas.key(internalName.replace('/', '.'), loader));
  }

  void remove(Class<?> type) {
    keys.remove(ClassSchemas.key(type.getName(), type.getClassLoader()));
  }

  /** Whether there is a class to look for among the loaded ones; false after too many attempts. */
  boolean startAttempt() {
    if (keys.isEmpty()) {
      return false;
    }
    if (attempts.incrementAndGet() > MAX_ATTEMPTS) {
      keys.clear();
    }
    return !keys.isEmpty();
  }
}
