package io.rowcall.core.config;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sources of a {@link Config}, lowest precedence first: a valid value replaces the one
 * below it, and an invalid value leaves it in place.
 */
final class ConfigReader {
  private static final String PREFIX = "rowcall.";
  private static final String ENVIRONMENT_PREFIX = "ROWCALL_";

  private final Properties arguments;
  private final Properties system;
  private final Map<String, String> environment;
  private final File directory;

  private final EnumMap<Setting, String> values = new EnumMap<Setting, String>(Setting.class);
  private final EnumMap<Setting, String> sources = new EnumMap<Setting, String>(Setting.class);
  private final List<String> problems = new ArrayList<String>();

  ConfigReader(
      @Nullable String arguments,
      Properties system,
      Map<String, String> environment,
      File directory) {
    this.arguments = Arguments.parse(arguments, problems);
    this.system = system;
    this.environment = environment;
    this.directory = directory;
  }

  Config read() {
    for (Setting setting : Setting.values()) {
      values.put(setting, setting.defaultValue);
      sources.put(setting, Config.DEFAULT_SOURCE);
    }
    readFile();
    readEnvironment();
    readSystemProperties();
    readAll(arguments, "agent argument");
    return new Config(values, sources, problems);
  }

  /** Reads the first file that exists among those that the sources name. */
  private void readFile() {
    String[] names = {
      arguments.getProperty(Setting.CONFIG.key),
      system.getProperty(PREFIX + Setting.CONFIG.key),
      environment.get(Setting.CONFIG.environmentVariable())
    };
    for (String name : names) {
      if (name != null && readFile(name, true)) {
        return;
      }
    }
    readFile(Setting.CONFIG.defaultValue, false);
  }

  private boolean readFile(String name, boolean required) {
    File file = new File(name);
    if (!file.isAbsolute()) {
      file = new File(directory, name);
    }
    if (!file.exists()) {
      if (required && !name.equals(Setting.CONFIG.defaultValue)) {
        problems.add(
            "config: the file does not exist. Relative paths start at "
                + directory.getAbsolutePath()
                + ". Ignored.");
      }
      return false;
    }
    Properties content = new Properties();
    try (Reader in = new InputStreamReader(new FileInputStream(file), StandardCharsets.UTF_8)) {
      content.load(in);
    } catch (IOException | IllegalArgumentException unreadable) {
      problems.add(
          "config: the file cannot be read (" + unreadable.getClass().getName() + "). Ignored.");
      return false;
    }
    readAll(content, "configuration file,");
    return true;
  }

  private void readEnvironment() {
    for (Map.Entry<String, String> entry : environment.entrySet()) {
      String name = entry.getKey();
      if (name.startsWith(ENVIRONMENT_PREFIX)) {
        String source = "environment variable " + name;
        Setting setting = Setting.ofEnvironmentVariable(name);
        if (setting == null) {
          reportUnknown(source, Setting.nearestEnvironmentVariable(name));
        } else {
          set(setting, entry.getValue(), source);
        }
      }
    }
  }

  private void readSystemProperties() {
    for (String name : system.stringPropertyNames()) {
      if (name.startsWith(PREFIX) && !belongsToBuildTool(name)) {
        read(name.substring(PREFIX.length()), system.getProperty(name), "system property " + name);
      }
    }
  }

  /** Build plugins pass their own properties on to the JVMs that run tests. */
  private static boolean belongsToBuildTool(String name) {
    return name.startsWith("rowcall.maven.") || name.startsWith("rowcall.junit.");
  }

  private void readAll(Properties properties, String source) {
    for (String name : properties.stringPropertyNames()) {
      String key = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
      read(key, properties.getProperty(name), source + " " + name);
    }
  }

  private void read(String key, String value, String source) {
    Setting setting = Setting.of(key);
    if (setting == null) {
      reportUnknown(source, Setting.nearestKey(key));
    } else {
      set(setting, value, source);
    }
  }

  private void reportUnknown(String source, String nearest) {
    problems.add(source + ": unknown setting, ignored. Did you mean " + nearest + "?");
  }

  private void set(Setting setting, String value, String source) {
    if (setting.accepts(value)) {
      values.put(setting, setting.isVerbatim() ? value : value.trim());
      sources.put(setting, source);
      return;
    }
    String fallback = sources.get(setting);
    boolean fallsBackToDefault = Config.DEFAULT_SOURCE.equals(fallback);
    problems.add(
        source
            + ": expected "
            + setting.type.expected
            + ". Using the "
            + (fallsBackToDefault
                ? "default, " + setting.defaultValue + "."
                : "value of the " + fallback + "."));
  }
}
