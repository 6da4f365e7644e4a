package io.rowcall.core.weave;

import io.rowcall.boot.Hooks;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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

  private final @Nullable ClassLoader ours = Transformer.class.getClassLoader();

  public Transformer(List<Instrumentation> instrumentations) {
    this(instrumentations, new HashSet<String>());
  }

  /**
   * @param seenBefore internal names of classes that {@link FirstSign} has set aside
   */
  public Transformer(List<Instrumentation> instrumentations, Set<String> seenBefore) {
    this.seenBefore = seenBefore;
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
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> loaded,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    if (name == null || loader == ours) {
      return null;
    }
    try {
      List<Instrumentation> picked = byName.get(name);
      if (picked == null) {
        picked = isIgnored(name) ? null : bySupertype(loader, bytes);
      } else if (isInterface(bytes) && !interfacesToo.contains(name)) {
        picked = null;
      } else if (!isIgnored(name)) {
        picked = with(byMention(bytes), picked);
      }
      if (picked == null) {
        return null;
      }
      String binaryName = name.replace('/', '.');
      if (byName.containsKey(name) || seenBefore.contains(name)) {
        woven.put(identity(binaryName, loader), true);
      }
      return Weaver.weave(binaryName, bytes, loader, loaded != null, picked);
    } catch (Throwable notWoven) {
      Hooks.suppressed(new WeavingException(name, notWoven));
      return null;
    }
  }

  /** True for a class that was loaded before the weaving began and should have been woven. */
  public boolean missed(Class<?> type) {
    String name = type.getName();
    String internalName = name.replace('.', '/');
    return (byName.containsKey(internalName) || seenBefore.contains(internalName))
        && !woven.containsKey(identity(name, type.getClassLoader()));
  }

  private static String identity(String name, @Nullable ClassLoader loader) {
    return name + '@' + System.identityHashCode(loader);
  }

  /** True when a class that is loaded already would be woven if it came by again. */
  public boolean wouldWeave(Class<?> type) {
    String name = type.getName().replace('.', '/');
    if (byName.containsKey(name)) {
      return true;
    }
    if (type.isInterface() || type.isArray() || type.isPrimitive() || isIgnored(name)) {
      return false;
    }
    for (Subtypes subtypes : bySupertype) {
      if (implementsType(type, subtypes.supertypeName)) {
        return true;
      }
    }
    return Executor.class.isAssignableFrom(type);
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

  private static List<Instrumentation> with(
      @Nullable List<Instrumentation> some, List<Instrumentation> others) {
    if (some == null) {
      return others;
    }
    some.addAll(others);
    return some;
  }

  private @Nullable List<Instrumentation> byMention(byte[] bytes) {
    int mentions = ClassFile.mentions(bytes);
    ClassFile type = mentions == 0 ? null : ClassFile.parse(bytes);
    return type == null ? null : byMention(mentions, type);
  }

  private @Nullable List<Instrumentation> byMention(int mentions, ClassFile type) {
    List<Instrumentation> picked = null;
    for (Mentioning mentioning : byMention) {
      if ((mentions & mentioning.mention) != 0 && mentioning.picks(type)) {
        if (picked == null) {
          picked = new ArrayList<Instrumentation>(2);
        }
        picked.add(mentioning.instrumentation);
      }
    }
    return picked;
  }

  private @Nullable List<Instrumentation> bySupertype(@Nullable ClassLoader loader, byte[] bytes) {
    int mentions = ClassFile.mentions(bytes);
    if (mentions == 0) {
      return null;
    }
    ClassFile type = ClassFile.parse(bytes);
    if (type == null) {
      return null;
    }
    List<Instrumentation> picked = byMention(mentions, type);
    if (type.isInterface()) {
      return picked;
    }
    Set<String> methods = null;
    for (Subtypes subtypes : bySupertype) {
      if ((mentions & subtypes.mention) == 0) {
        continue;
      }
      if (methods == null) {
        methods = type.methods();
      }
      if (subtypes.declaredIn(methods)
          && Hierarchy.implementsInterface(type, subtypes.supertype, loader)) {
        if (picked == null) {
          picked = new ArrayList<Instrumentation>(2);
        }
        picked.add(subtypes.instrumentation);
      }
    }
    return picked;
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
