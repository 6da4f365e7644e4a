package io.rowcall.core.weave;

import java.io.IOException;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;
import net.bytebuddy.pool.TypePool;

/**
 * Where the class files of advices come from. An advice is only read, never loaded: it may name
 * types that exist in no class loader of the agent.
 *
 * <p>{@link #FOR_JAVAX} reads an advice that was written for {@code jakarta.servlet} with every
 * name moved to {@code javax.servlet}: one advice, two worlds, no copy.
 */
public final class AdviceSource {
  public static final AdviceSource OF_THE_AGENT = new AdviceSource(files());
  public static final AdviceSource FOR_JAVAX = new AdviceSource(new ToJavax(files()));

  private final ClassFileLocator locator;

  private AdviceSource(ClassFileLocator locator) {
    this.locator = locator;
  }

  /** Describes an advice, whose parameters may be of types that only the woven class can see. */
  TypeDescription describe(String advice, ClassFileLocator ofTheWovenClass) {
    return TypePool.Default.of(new ClassFileLocator.Compound(locator, ofTheWovenClass))
        .describe(advice)
        .resolve();
  }

  ClassFileLocator locator() {
    return locator;
  }

  private static ClassFileLocator files() {
    return ClassFileLocator.ForClassLoader.of(AdviceSource.class.getClassLoader());
  }

  /** Renames {@code jakarta.servlet} in what it locates. */
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
