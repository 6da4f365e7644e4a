package io.rowcall.core.weave;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;

/**
 * Locates the class files of advice. Advice is only read, never loaded: it may name types that no
 * class loader of the agent has.
 *
 * <p>Advice for servlets and messages is written for {@code jakarta.servlet} and {@code
 * jakarta.jms}. {@link #JAVAX} reads it with every name changed to that of {@code javax}.
 */
public final class AdviceSource {
  public static final AdviceSource AGENT = new AdviceSource(files());
  public static final AdviceSource JAVAX = new AdviceSource(new ToJavax(files()));

  /** The source for advice that is written for {@code jakarta.servlet}. */
  public static AdviceSource ofServlet(String namespace) {
    return ofNamespace(namespace);
  }

  /** The source for advice that is written for types of {@code jakarta}. */
  public static AdviceSource ofNamespace(String namespace) {
    return namespace.equals("javax") ? JAVAX : AGENT;
  }

  private final ClassFileLocator locator;
  private final Map<String, AdviceClass> known = new ConcurrentHashMap<String, AdviceClass>();

  private AdviceSource(ClassFileLocator locator) {
    this.locator = locator;
  }

  /** The advice of a class, by its binary name. */
  AdviceClass advice(String name) {
    AdviceClass advice = known.get(name);
    if (advice == null) {
      try {
        advice = AdviceClass.read(locator.locate(name).resolve());
      } catch (IOException unreadable) {
        throw new IllegalStateException(unreadable);
      }
      known.put(name, advice);
    }
    return advice;
  }

  private static ClassFileLocator files() {
    return ClassFileLocator.ForClassLoader.of(AdviceSource.class.getClassLoader());
  }

  /** Renames the packages of {@code jakarta} in what it locates. */
  private static final class ToJavax implements ClassFileLocator {
    private final ClassFileLocator files;

    ToJavax(ClassFileLocator files) {
      this.files = files;
    }

    @Override
    public Resolution locate(String name) throws IOException {
      Resolution found = files.locate(name);
      if (!found.isResolved()) {
        return found;
      }
      ClassWriter renamed = new ClassWriter(0);
      new ClassReader(found.resolve())
          .accept(
              new ClassRemapper(
                  renamed,
                  new Remapper(net.bytebuddy.jar.asm.Opcodes.ASM9) {
                    @Override
                    public String map(String internalName) {
                      return internalName.startsWith("jakarta/servlet/")
                              || internalName.startsWith("jakarta/jms/")
                          ? "javax" + internalName.substring("jakarta".length())
                          : internalName;
                    }
                  }),
              0);
      return new Resolution.Explicit(renamed.toByteArray());
    }

    @Override
    public void close() throws IOException {
      files.close();
    }
  }
}
