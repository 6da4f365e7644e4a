package io.rowcall.core.start;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** The agent's own files, as the build packages them. */
final class AgentFiles {
  /** Simple names of the classes of the hot path. */
  static final String BOOT_CLASSES = "boot-classes";

  /** Names of the classes that count or report. */
  static final String EAGER_CLASSES = "eager-classes";

  private AgentFiles() {}

  /** Reads a list of names, one a line. */
  static List<String> lines(String file) throws IOException {
    List<String> lines = new ArrayList<String>();
    StringTokenizer tokens =
        new StringTokenizer(new String(read(file), StandardCharsets.US_ASCII), "\r\n");
    while (tokens.hasMoreTokens()) {
      lines.add(tokens.nextToken());
    }
    return lines;
  }

  static byte[] read(String file) throws IOException {
    try (InputStream in = AgentFiles.class.getClassLoader().getResourceAsStream(file)) {
      if (in == null) {
        throw new IOException("the agent's jar has no " + file + ": it is damaged");
      }
      ByteArrayOutputStream content = new ByteArrayOutputStream(in.available());
      byte[] buffer = new byte[4096];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        content.write(buffer, 0, n);
      }
      return content.toByteArray();
    }
  }
}
