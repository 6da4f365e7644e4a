package io.rowcall.bench.peers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Agent that does nothing: what any agent costs at least. */
public final class EmptyAgent {
  private EmptyAgent() {}

  public static void premain(String arguments) {}

  /** Writes its jar to a directory. */
  static Path jar(Path folder) throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", EmptyAgent.class.getName());
    String entry = EmptyAgent.class.getName().replace('.', '/') + ".class";
    Path jar = folder.resolve("empty-agent.jar");
    try (InputStream bytes = EmptyAgent.class.getClassLoader().getResourceAsStream(entry);
        var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      if (bytes == null) {
        throw new IOException("no " + entry + " on the class path");
      }
      out.putNextEntry(new JarEntry(entry));
      bytes.transferTo(out);
    }
    return jar;
  }
}
