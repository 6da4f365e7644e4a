package io.rowcall.core.weave;

import io.rowcall.boot.request.Engine;
import io.rowcall.core.library.Libraries;
import io.rowcall.core.record.ApplicationCode;
import io.rowcall.core.setup.UnwovenClasses;
import io.rowcall.core.weave.catalog.ActivationTrigger;
import java.lang.instrument.ClassFileTransformer;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Weaves the classes that instrumentations select, and passes all others through; see {@link
 * InstrumentationIndex}. Byte Buddy is loaded with the first selected class.
 *
 * <p>Any thread, re-entrant. Never throws: a class that cannot be woven is loaded as it is, and
 * counted.
 */
public final class Transformer implements ClassFileTransformer {
  private final ClassSchemas schemas = new ClassSchemas();
  private final InheritedMethodOwners owners = new InheritedMethodOwners();
  private final UndecidedClasses undecided = new UndecidedClasses();
  private final InstrumentationIndex index;
  private final ClassRewriter rewriter;

  /**
   * Internal names of classes that were loaded before the agent started and may have to be woven.
   */
  private final Set<String> seenBefore;

  /** Classes that were woven while they were loaded, by name and loader: selected names only. */
  private final Map<String, Boolean> woven = new ConcurrentHashMap<String, Boolean>();

  /** Task classes whose runs are followed, by name and loader. */
  private final Map<String, Boolean> followed = new ConcurrentHashMap<String, Boolean>();

  private final Instrumentation taskRuns;
  private final @Nullable ClassLoader agentLoader = Transformer.class.getClassLoader();
  private final @Nullable ApplicationCode applicationCode;
  private final UnwovenClasses unwoven;

  public Transformer(
      List<Instrumentation> instrumentations, Instrumentation taskRuns, Libraries libraries) {
    this(instrumentations, taskRuns, libraries, new HashSet<String>(), null, new UnwovenClasses());
  }

  /**
   * @param taskRuns weaves the task classes that are followed
   * @param seenBefore internal names of classes that {@link ActivationTrigger} has noted
   * @param applicationCode receives each class that is loaded
   * @param unwoven receives each class that could not be woven
   */
  public Transformer(
      List<Instrumentation> instrumentations,
      Instrumentation taskRuns,
      Libraries libraries,
      Set<String> seenBefore,
      @Nullable ApplicationCode applicationCode,
      UnwovenClasses unwoven) {
    this.taskRuns = taskRuns;
    this.index = new InstrumentationIndex(instrumentations, libraries, schemas, undecided);
    this.rewriter = new ClassRewriter(libraries, index, schemas, undecided);
    this.seenBefore = seenBefore;
    this.applicationCode = applicationCode;
    this.unwoven = unwoven;
  }

  @Override
  public byte @Nullable [] transform(
      final @Nullable ClassLoader loader,
      final @Nullable String name,
      final @Nullable Class<?> loaded,
      @Nullable ProtectionDomain domain,
      final byte[] bytes) {
    if (name == null || loader == agentLoader) {
      return null;
    }
    if (applicationCode != null && loaded == null) {
      applicationCode.add(name, domain);
    }
    if (loaded == null && !index.maySelect(name, bytes)) {
      return null;
    }
    // Class files are read with the agent's rights, not with those of the code that loads the
    // class.
    return AccessController.doPrivileged(
        new PrivilegedAction<byte @Nullable []>() {
          @Override
          public byte @Nullable [] run() {
            return transform(loader, name, loaded, bytes);
          }
        });
  }

  private byte @Nullable [] transform(
      @Nullable ClassLoader loader, String name, @Nullable Class<?> loaded, byte[] bytes) {
    try {
      byte[] woven = weave(loader, name, loaded, bytes);
      return loaded == null && undecided.contains(name, loader)
          ? ConstructionProbe.add(woven == null ? bytes : woven)
          : woven;
    } catch (Throwable notWoven) {
      onUnwoven(name, notWoven);
      schemas.rememberStateless(name);
      return loaded == null ? null : schemaAlone(loader, name, loaded, bytes);
    }
  }

  /** Notes that a class is loaded as it is. Any thread; the caller goes on. */
  public void onUnwoven(String name, Throwable reason) {
    unwoven.add(name, reason);
    Engine.suppress(new WeavingException(name, reason));
  }

  private byte @Nullable [] weave(
      @Nullable ClassLoader loader, String name, @Nullable Class<?> loaded, byte[] bytes) {
    List<Instrumentation> selected = select(loader, name, loaded, bytes);
    if (selected.isEmpty() && (loaded == null || !schemas.has(loaded))) {
      return null;
    }
    String binaryName = name.replace('/', '.');
    if (index.selectsByName(name) || seenBefore.contains(name) || index.hasPatterns()) {
      woven.put(ClassSchemas.key(binaryName, loader), true);
    }
    return rewriter.rewrite(binaryName, bytes, loader, loaded, selected);
  }

  /** A loaded class must keep its schema, or no agent can retransform it. */
  private byte @Nullable [] schemaAlone(
      @Nullable ClassLoader loader, String name, Class<?> loaded, byte[] bytes) {
    try {
      List<Instrumentation> none = Collections.emptyList();
      return schemas.has(loaded)
          ? rewriter.rewrite(name.replace('/', '.'), bytes, loader, loaded, none)
          : null;
    } catch (Throwable unreadable) {
      return null;
    }
  }

  private List<Instrumentation> select(
      @Nullable ClassLoader loader, String name, @Nullable Class<?> loaded, byte[] bytes) {
    List<Instrumentation> selected = new ArrayList<Instrumentation>(2);
    if (index.selectsByName(name)) {
      List<Instrumentation> named = index.named(name, bytes);
      if (named.isEmpty()) {
        return named;
      }
      index.selectByContent(name, loader, loaded, bytes, selected);
      selected.addAll(named);
    } else {
      index.selectByContent(name, loader, loaded, bytes, selected);
      if (loaded != null) {
        selected.addAll(owners.instrumentations(loaded));
      }
    }
    if (!followed.isEmpty()
        && followed.containsKey(ClassSchemas.key(name.replace('/', '.'), loader))) {
      selected.add(taskRuns);
    }
    return selected;
  }

  /** Follows the runs of a task class, from its next retransformation on. */
  public void follow(Class<?> type) {
    followed.put(ClassSchemas.key(type.getName(), type.getClassLoader()), true);
  }

  public boolean isFollowed(Class<?> type) {
    return followed.containsKey(ClassSchemas.key(type.getName(), type.getClassLoader()));
  }

  /** Whether a class was loaded before the agent started, and should have been woven. */
  public boolean hasMissed(Class<?> type) {
    String name = type.getName();
    String internalName = name.replace('.', '/');
    return (index.selectsByName(internalName)
            || seenBefore.contains(internalName)
            || index.matchesPattern(type))
        && !woven.containsKey(ClassSchemas.key(name, type.getClassLoader()));
  }

  /** Whether a loaded class would be woven if it were retransformed. */
  public boolean selects(Class<?> type) {
    String name = type.getName().replace('.', '/');
    if (index.selectsByName(name)) {
      return true;
    }
    if (type.isArray() || type.isPrimitive() || index.isIgnored(name)) {
      return false;
    }
    for (SubtypeSelector selector : index.supertypes()) {
      if (selector.isImplementedBy(type)) {
        return true;
      }
    }
    if (index.matchesPattern(type)) {
      return true;
    }
    return Executor.class.isAssignableFrom(type);
  }

  /**
   * Further loaded classes to weave, which own inherited methods; see {@link
   * InheritedMethodOwners}.
   */
  public Collection<Class<?>> inheritedMethodOwners(Class<?>[] loaded) {
    return inheritedMethodOwners(loaded, null);
  }

  private Collection<Class<?>> inheritedMethodOwners(
      Class<?>[] loaded, @Nullable Set<Class<?>> heirs) {
    Set<Class<?>> found = new LinkedHashSet<Class<?>>();
    for (SubtypeSelector selector : index.supertypes()) {
      Set<Class<?>> implementations = new HashSet<Class<?>>();
      for (Class<?> type : loaded) {
        if (selector.isImplementedBy(type)) {
          implementations.add(type);
        }
      }
      Set<Class<?>> selected = implementations;
      if (heirs != null) {
        selected = new HashSet<Class<?>>(heirs);
        selected.retainAll(implementations);
      }
      found.addAll(owners.find(loaded, implementations, selected, selector.instrumentation));
    }
    return found;
  }

  // ---- Undecided classes ----

  /** Sets an action that makes the agent's thread look for undecided classes soon. */
  public void onUndecided(Runnable action) {
    undecided.setListener(action);
  }

  /** Whether a class waits to be decided on. */
  public boolean isUndecided(Class<?> type) {
    return undecided.contains(type);
  }

  /** Whether any class waits to be decided on. */
  public boolean hasUndecided() {
    return !undecided.isEmpty();
  }

  /** Whether to look for undecided classes among the loaded ones once more; see {@link #decide}. */
  public boolean startAttempt() {
    return undecided.startAttempt();
  }

  /**
   * Decides on classes whose supertypes were unknown while they were loaded. They wait until {@link
   * #markDecided} is called, when those to weave are woven.
   *
   * @param decided receives the classes that this decides on
   * @return those to weave
   */
  public List<Class<?>> decide(Class<?>[] loaded, Collection<Class<?>> decided) {
    Set<Class<?>> found = new LinkedHashSet<Class<?>>();
    Set<Class<?>> heirs = new HashSet<Class<?>>();
    for (Class<?> type : loaded) {
      if (undecided.contains(type)) {
        heirs.add(type);
        if (selects(type)) {
          found.add(type);
        }
      }
    }
    if (!heirs.isEmpty()) {
      found.addAll(inheritedMethodOwners(loaded, heirs));
    }
    decided.addAll(heirs);
    return new ArrayList<Class<?>>(found);
  }

  /** No longer waits for these classes. */
  public void markDecided(Collection<Class<?>> decided) {
    for (Class<?> type : decided) {
      undecided.remove(type);
    }
  }
}
