package io.rowcall.it.jvm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Agent that acts like a debugger: it retransforms all loaded classes that implement JDBC at once,
 * and redefines each from its class file. Runs in the service.
 */
public final class RetransformingAgent {
  static final String DONE = "RETRANSFORMED ";

  private RetransformingAgent() {}

  /** Prints the number of retransformed and redefined classes, or the failure. */
  public static void agentmain(String arguments, Instrumentation instrumentation)
      throws IOException {
    List<Class<?>> types = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (type.getClassLoader() != null
          && !type.isHidden()
          && instrumentation.isModifiableClass(type)
          && isJdbc(type)) {
        types.add(type);
      }
    }
    String result;
    try {
      instrumentation.retransformClasses(types.toArray(new Class<?>[0]));
      int redefined = 0;
      for (Class<?> type : types) {
        redefined += redefine(type, instrumentation);
      }
      result = types.size() + ", redefined " + redefined;
    } catch (Exception | LinkageError failure) {
      result = "failed: " + failure;
    }
    System.out.println(DONE + result);
  }

  private static boolean isJdbc(Class<?> type) {
    for (Class<?> current = type; current != null; current = current.getSuperclass()) {
      for (Class<?> implemented : current.getInterfaces()) {
        if (implemented.getName().matches("javax?\\.sql\\..*") || isJdbc(implemented)) {
          return true;
        }
      }
    }
    return false;
  }

  private static int redefine(Class<?> type, Instrumentation instrumentation) throws Exception {
    String file = type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
      if (in == null) {
        return 0;
      }
      instrumentation.redefineClasses(new ClassDefinition(type, in.readAllBytes()));
      return 1;
    }
  }

  /** Packs this class into a jar that can be attached. */
  static Path createJar(Path folder) throws IOException {
    Path jar = folder.resolve("retransformer.jar");
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Agent-Class", RetransformingAgent.class.getName());
    attributes.putValue("Can-Retransform-Classes", "true");
    attributes.putValue("Can-Redefine-Classes", "true");
    String file = RetransformingAgent.class.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest);
        InputStream type = RetransformingAgent.class.getClassLoader().getResourceAsStream(file)) {
      entries.putNextEntry(new JarEntry(file));
      type.transferTo(entries);
    }
    return jar;
  }
}
