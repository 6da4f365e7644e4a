package io.rowcall.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of Rowcall, written by the build. */
public final class BuildVersion {
  private static final String VERSION = read();

  private BuildVersion() {}

  /** For example {@code 1.4.2} or {@code 1.5.0-SNAPSHOT}. */
  public static String get() {
    return VERSION;
  }

  private static String read() {
    var properties = new Properties();
    try (InputStream in = BuildVersion.class.getResourceAsStream("build.properties")) {
      if (in == null) {
        throw new IllegalStateException("build.properties is missing from the jar");
      }
      properties.load(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return properties.getProperty("version");
  }
}
