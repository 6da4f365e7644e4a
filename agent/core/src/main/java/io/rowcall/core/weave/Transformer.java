package io.rowcall.core.weave;

import io.rowcall.boot.request.Engine;
import io.rowcall.core.record.ApplicationCode;
import io.rowcall.core.weave.async.TaskRunInstrumentation;
import java.lang.instrument.ClassFileTransformer;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Sees every class that the JVM loads, and lets nearly all pass: by name, then by a walk over the
 * constant pool, then by what the class declares, and only then by its hierarchy. Byte Buddy is
 * loaded with the first class that passes all four.
 *
 * <p>Any thread, re-entrant. Never throws: a class that cannot be woven is loaded as it is, and
 * counted.
 */
public final class Transformer implements ClassFileTransformer {
  /** The super class of what the JDK makes for a handler. */
  private static final String PROXY = "java/lang/reflect/Proxy";

  private final Map<String, List<Instrumentation>> byName =
      new HashMap<String, List<Instrumentation>>();
  private final Set<String> interfacesToo = new HashSet<String>();
  private final List<Subtypes> bySupertype = new ArrayList<Subtypes>();
  private final List<Mentioning> byMention = new ArrayList<Mentioning>();

  /** Internal names of classes that were loaded before the weaving began and may want it. */
  private final Set<String> seenBefore;

  /**
   * By name and loader, what was woven as it was loaded: few, since only names of ours are kept.
   */
  private final Map<String, Boolean> woven = new ConcurrentHashMap<String, Boolean>();

  /** By name and loader, classes of tasks whose runs are followed. */
  private final Map<String, Boolean> followed = new ConcurrentHashMap<String, Boolean>();

  private final Instrumentation runs = new TaskRunInstrumentation();

  private final ClassSchemas schemas = new ClassSchemas();
  private final InheritedMethodOwners lenders = new InheritedMethodOwners();

  private final @Nullable ClassLoader ours = Transformer.class.getClassLoader();
  private final @Nullable ApplicationCode applicationCode;

  public Transformer(List<Instrumentation> instrumentations) {
    this(instrumentations, new HashSet<String>(), null);
  }

  /**
   * @param seenBefore internal names of classes that {@link ActivationTrigger} has set aside
   * @param applicationCode is shown every class that is loaded
   */
  public Transformer(
      List<Instrumentation> instrumentations,
      Set<String> seenBefore,
      @Nullable ApplicationCode applicationCode) {
    this.seenBefore = seenBefore;
    this.applicationCode = applicationCode;
    for (Instrumentation instrumentation : instrumentations) {
      Candidates candidates = instrumentation.candidates();
      if (candidates.interfacesToo) {
        interfacesToo.addAll(candidates.names);
      }
      for (String name : candidates.names) {
        List<Instrumentation> of = byName.get(name);
        if (of == null) {
          of = new ArrayList<Instrumentation>(2);
          byName.put(name, of);
        }
        of.add(instrumentation);
      }
      if (!candidates.supertype.isEmpty()) {
        bySupertype.add(new Subtypes(instrumentation, candidates));
      }
      if (candidates.mention != 0) {
        byMention.add(new Mentioning(instrumentation, candidates));
      }
    }
  }

  @Override
  public byte @Nullable [] transform(
      final @Nullable ClassLoader loader,
      final @Nullable String name,
      final @Nullable Class<?> loaded,
      @Nullable ProtectionDomain domain,
      final byte[] bytes) {
    if (name == null || loader == ours) {
      return null;
    }
    if (applicationCode != null && loaded == null) {
      applicationCode.seen(name, domain);
    }
    if (loaded == null && isNone(name, bytes)) {
      return null;
    }
    // Class files are read with the agent's rights, whoever has the class loaded.
    return AccessController.doPrivileged(
        new PrivilegedAction<byte @Nullable []>() {
          @Override
          public byte @Nullable [] run() {
            return transform(loader, name, loaded, bytes);
          }
        });
  }

  /** What can be told of nearly all classes at once: that they are no candidates. */
  private boolean isNone(String name, byte[] bytes) {
    return !byName.containsKey(name) && (isIgnored(name) || ClassFile.mentions(bytes) == 0);
  }

  private byte @Nullable [] transform(
      @Nullable ClassLoader loader, String name, @Nullable Class<?> loaded, byte[] bytes) {
    try {
      List<Instrumentation> picked = pick(loader, name, loaded, bytes);
      if (picked.isEmpty() && (loaded == null || !schemas.has(loaded))) {
        return null;
      }
      String binaryName = name.replace('/', '.');
      if (byName.containsKey(name) || seenBefore.contains(name)) {
        woven.put(ClassSchemas.key(binaryName, loader), true);
      }
      return Weaver.weave(binaryName, bytes, loader, loaded, picked, schemas);
    } catch (Throwable notWoven) {
      Engine.suppress(new WeavingException(name, notWoven));
      return loaded == null ? null : schemaAlone(loader, name, loaded, bytes);
    }
  }

  /** A loaded class must keep its schema, or nobody can retransform it. */
  private byte @Nullable [] schemaAlone(
      @Nullable ClassLoader loader, String name, Class<?> loaded, byte[] bytes) {
    try {
      return schemas.has(loaded)
          ? Weaver.weave(
              name.replace('/', '.'),
              bytes,
              loader,
              loaded,
              Collections.<Instrumentation>emptyList(),
              schemas)
          : null;
    } catch (Throwable unreadable) {
      return null;
    }
  }

  private List<Instrumentation> pick(
      @Nullable ClassLoader loader, String name, @Nullable Class<?> loaded, byte[] bytes) {
    List<Instrumentation> named = byName.get(name);
    if (named != null && isInterface(bytes) && !interfacesToo.contains(name)) {
      return Collections.emptyList();
    }
    List<Instrumentation> picked = new ArrayList<Instrumentation>(2);
    if (!isIgnored(name)) {
      byContent(loader, loaded, bytes, picked);
    }
    if (named != null) {
      picked.addAll(named);
    } else if (loaded != null) {
      picked.addAll(lenders.instrumentations(loaded));
    }
    if (!followed.isEmpty()
        && followed.containsKey(ClassSchemas.key(name.replace('/', '.'), loader))) {
      picked.add(runs);
    }
    return picked;
  }

  /** Has the runs of a class of tasks told, once it is transformed again. */
  public void follow(Class<?> type) {
    followed.put(ClassSchemas.key(type.getName(), type.getClassLoader()), true);
  }

  public boolean isFollowed(Class<?> type) {
    return followed.containsKey(ClassSchemas.key(type.getName(), type.getClassLoader()));
  }

  /** True for a class that was loaded before the weaving began and should have been woven. */
  public boolean missed(Class<?> type) {
    String name = type.getName();
    String internalName = name.replace('.', '/');
    return (byName.containsKey(internalName) || seenBefore.contains(internalName))
        && !woven.containsKey(ClassSchemas.key(name, type.getClassLoader()));
  }

  /** True when a class that is loaded already would be woven if it came by again. */
  public boolean wouldWeave(Class<?> type) {
    String name = type.getName().replace('.', '/');
    if (byName.containsKey(name)) {
      return true;
    }
    if (type.isArray() || type.isPrimitive() || isIgnored(name)) {
      return false;
    }
    for (Subtypes subtypes : bySupertype) {
      if (implementsType(type, subtypes.supertypeName)) {
        return true;
      }
    }
    return Executor.class.isAssignableFrom(type);
  }

  /**
   * Classes besides, whose methods loaded classes have inherited; see {@link
   * InheritedMethodOwners}.
   */
  public Collection<Class<?>> lenders(Class<?>[] loaded) {
    Set<Class<?>> found = new LinkedHashSet<Class<?>>();
    for (Subtypes subtypes : bySupertype) {
      Set<Class<?>> implementing = new HashSet<Class<?>>();
      for (Class<?> type : loaded) {
        if (implementsType(type, subtypes.supertypeName)) {
          implementing.add(type);
        }
      }
      found.addAll(lenders.find(loaded, implementing, subtypes.instrumentation));
    }
    return found;
  }

  private static boolean implementsType(Class<?> type, String name) {
    for (Class<?> t = type; t != null; t = t.getSuperclass()) {
      for (Class<?> i : t.getInterfaces()) {
        if (i.getName().equals(name) || implementsType(i, name)) {
          return true;
        }
      }
    }
    return false;
  }

  /** A name may have another meaning in another version of a library. */
  private static boolean isInterface(byte[] bytes) {
    ClassFile type = ClassFile.parse(bytes);
    return type == null || type.isInterface();
  }

  /** Adds who picks a class by what is in it. */
  private void byContent(
      @Nullable ClassLoader loader,
      @Nullable Class<?> loaded,
      byte[] bytes,
      List<Instrumentation> picked) {
    int mentions = ClassFile.mentions(bytes);
    ClassFile type = mentions == 0 ? null : ClassFile.parse(bytes);
    if (type == null || PROXY.equals(type.superName)) {
      return; // A proxy may have been given our own interfaces, by whoever copies all there are.
    }
    for (Mentioning mentioning : byMention) {
      if ((mentions & mentioning.mention) != 0 && mentioning.picks(type)) {
        picked.add(mentioning.instrumentation);
      }
    }
    if ((mentions & ClassFile.SIGNS) != 0) {
      bySupertype(loader, loaded, mentions, type, picked);
    }
  }

  private void bySupertype(
      @Nullable ClassLoader loader,
      @Nullable Class<?> loaded,
      int mentions,
      ClassFile type,
      List<Instrumentation> picked) {
    Set<String> methods = type.methods();
    for (Subtypes subtypes : bySupertype) {
      if ((mentions & subtypes.mention) != 0 && isPicked(subtypes, type, methods, loader, loaded)) {
        picked.add(subtypes.instrumentation);
      }
    }
  }

  /** A class declares one of the methods, or it may make inherited ones answer the interface. */
  private boolean isPicked(
      Subtypes subtypes,
      ClassFile type,
      Set<String> methods,
      @Nullable ClassLoader loader,
      @Nullable Class<?> loaded) {
    boolean declares = subtypes.declaredIn(methods);
    if (loaded != null) {
      return (declares || !schemas.methods(loaded).isEmpty())
          && implementsType(loaded, subtypes.supertypeName);
    }
    return declares
        ? Hierarchy.implementsInterface(type, subtypes.supertype, loader)
        : !type.isInterface() && Hierarchy.introduces(type, subtypes.supertype, loader);
  }

  /** The JDK, pools and proxies: what they wrap is woven, so that an execution counts once. */
  private static boolean isIgnored(String name) {
    char first = name.charAt(0);
    switch (first) {
      case 'c':
        return name.startsWith("com/sun/")
            || name.startsWith("com/zaxxer/hikari/")
            || name.startsWith("com/mchange/v2/c3p0/")
            || name.startsWith("com/p6spy/")
            || name.startsWith("com/alibaba/druid/");
      case 'i':
        return name.startsWith("io/agroal/");
      case 'j':
        return name.startsWith("java/") || name.startsWith("jdk/");
      case 'n':
        return name.startsWith("net/ttddyy/dsproxy/") || name.startsWith("net/bytebuddy/");
      case 'o':
        return name.startsWith("org/apache/commons/dbcp")
            || name.startsWith("org/apache/tomcat/jdbc/");
      case 's':
        return name.startsWith("sun/");
      default:
        return name.startsWith("$Proxy");
    }
  }

  /** An instrumentation that picks by super type, with its question prepared. */
  private static final class Subtypes {
    final Instrumentation instrumentation;
    final String supertype;
    final String supertypeName;
    final Set<String> methods;
    final int mention;

    Subtypes(Instrumentation instrumentation, Candidates candidates) {
      this.instrumentation = instrumentation;
      this.supertype = candidates.supertype;
      this.supertypeName = candidates.supertype.replace('/', '.');
      this.methods = candidates.methods;
      this.mention = mention(supertype);
    }

    private static int mention(String supertype) {
      if (supertype.startsWith("java/sql/")) {
        return ClassFile.JDBC;
      }
      if (supertype.startsWith("javax/sql/")) {
        return ClassFile.JAVAX_SQL;
      }
      if (supertype.startsWith("javax/cache/")) {
        return ClassFile.JAVAX_CACHE;
      }
      return supertype.startsWith("javax/") ? ClassFile.JAVAX_SERVLET : ClassFile.JAKARTA_SERVLET;
    }

    boolean declaredIn(Set<String> declared) {
      for (String method : methods) {
        if (declared.contains(method)) {
          return true;
        }
      }
      return false;
    }
  }

  /** An instrumentation that picks by what a class mentions and declares. */
  private static final class Mentioning {
    final Instrumentation instrumentation;
    final int mention;
    private final boolean interfacesToo;

    Mentioning(Instrumentation instrumentation, Candidates candidates) {
      this.instrumentation = instrumentation;
      this.mention = candidates.mention;
      this.interfacesToo = candidates.interfacesToo;
    }

    boolean picks(ClassFile type) {
      return (interfacesToo || !type.isInterface())
          && (mention != ClassFile.TASK || type.takesTasks());
    }
  }
}
