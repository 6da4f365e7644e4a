package io.rowcall.it.support;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The archive inside the packaged agent, which only the agent's own class loader reads. */
public final class AgentArchive {
  private AgentArchive() {}

  /** The names of all files in it. */
  public static List<String> entries() throws IOException {
    var names = new ArrayList<String>();
    try (var jar = new JarFile(ServiceCommand.AGENT_JAR.toFile());
        var archive =
            new ZipInputStream(jar.getInputStream(jar.getJarEntry("rowcall/agent.zip")))) {
      for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    return names;
  }
}
