package io.rowcall.core.config;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The effective configuration: agent arguments before system properties ({@code rowcall.x}) before
 * the environment ({@code ROWCALL_X}) before a file before the default. Immutable.
 *
 * <p>Reading never fails. What cannot be understood is a line of {@link #problems}, says what was
 * expected, and leaves the default in place. No such line holds a value, or a part of one: it may
 * be a password.
 */
public final class Config {
  private static final String PREFIX = "rowcall.";
  private static final String ENVIRONMENT = "ROWCALL_";

  private final EnumMap<Setting, String> values = new EnumMap<Setting, String>(Setting.class);
  private final EnumMap<Setting, String> sources = new EnumMap<Setting, String>(Setting.class);
  private final List<String> problems = new ArrayList<String>();

  private Config() {
    for (Setting key : Setting.values()) {
      values.put(key, key.byDefault);
      sources.put(key, "default");
    }
  }

  /**
   * @param arguments {@code key=value,key=value}, or null: see {@link Arguments}
   * @param directory where a relative {@code config} file lies
   */
  public static Config read(
      @Nullable String arguments,
      Properties system,
      Map<String, String> environment,
      File directory) {
    Config config = new Config();
    Properties given = Arguments.parse(arguments, config.problems);
    config.addFile(config.firstOf(Setting.CONFIG, given, system, environment), directory);
    config.addEnvironment(environment);
    config.addSystem(system);
    config.addAll(given, "agent argument");
    return config;
  }

  private String firstOf(
      Setting key, Properties given, Properties system, Map<String, String> environment) {
    String value = given.getProperty(key.key);
    if (value == null) {
      value = system.getProperty(PREFIX + key.key);
    }
    if (value == null) {
      value = environment.get(key.environment());
    }
    return value == null ? key.byDefault : value;
  }

  private void addFile(String name, File directory) {
    File file = new File(name);
    if (!file.isAbsolute()) {
      file = new File(directory, name);
    }
    if (!file.exists()) {
      if (!name.equals(Setting.CONFIG.byDefault)) {
        problems.add(
            "config: the file that it names is not there; a relative path begins at "
                + directory.getAbsolutePath()
                + ". It is ignored.");
      }
      return;
    }
    Properties read = new Properties();
    try (Reader in = new InputStreamReader(new FileInputStream(file), StandardCharsets.UTF_8)) {
      read.load(in);
    } catch (IOException | IllegalArgumentException unreadable) {
      problems.add(
          "config: the file that it names cannot be read ("
              + unreadable.getClass().getName()
              + "). It is ignored.");
      return;
    }
    addAll(read, "file of settings:");
  }

  private void addEnvironment(Map<String, String> environment) {
    for (Map.Entry<String, String> entry : environment.entrySet()) {
      if (entry.getKey().startsWith(ENVIRONMENT)) {
        Setting key = null;
        for (Setting candidate : Setting.values()) {
          if (candidate.environment().equals(entry.getKey())) {
            key = candidate;
          }
        }
        if (key == null) {
          unknown("environment variable " + entry.getKey(), nearestEnvironment(entry.getKey()));
        } else {
          set(key, entry.getValue(), "environment variable " + entry.getKey());
        }
      }
    }
  }

  private void addSystem(Properties system) {
    for (String name : system.stringPropertyNames()) {
      if (name.startsWith(PREFIX) && !isOfATool(name)) {
        add(name.substring(PREFIX.length()), system.getProperty(name), "system property " + name);
      }
    }
  }

  /** Build tools hand their own properties on to the JVMs of tests. */
  private static boolean isOfATool(String name) {
    return name.startsWith("rowcall.maven.") || name.startsWith("rowcall.junit.");
  }

  private void addAll(Properties properties, String source) {
    for (String name : properties.stringPropertyNames()) {
      String key = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
      add(key, properties.getProperty(name), source + " " + name);
    }
  }

  private void add(String name, String value, String source) {
    Setting key = Setting.of(name);
    if (key != null) {
      set(key, value, source);
      return;
    }
    unknown(source, nearest(name));
  }

  private void unknown(String source, String nearest) {
    problems.add(
        source + ": there is no such setting; the nearest is " + nearest + ". It is ignored.");
  }

  private void set(Setting key, String value, String source) {
    if (!isValid(key, value)) {
      problems.add(
          source
              + ": expected "
              + key.type.expected
              + ", found something else. The default "
              + key.byDefault
              + " is used.");
      return;
    }
    values.put(key, key.isVerbatim() ? value : value.trim());
    sources.put(key, source);
  }

  private static boolean isValid(Setting key, String value) {
    switch (key.type) {
      case SWITCH:
        return value.equals("true") || value.equals("false");
      case COUNT:
        return UnitParser.wholeNumber(value) >= 1;
      case DURATION:
        return UnitParser.nanos(value) > 0;
      case LEVEL:
        return value.equals("error")
            || value.equals("warn")
            || value.equals("info")
            || value.equals("debug");
      default:
        return true;
    }
  }

  static String nearest(String name) {
    String best = "";
    int distance = Integer.MAX_VALUE;
    for (Setting key : Setting.values()) {
      int d = EditDistance.between(name, key.key);
      if (d < distance) {
        distance = d;
        best = key.key;
      }
    }
    return best;
  }

  private static String nearestEnvironment(String name) {
    String best = "";
    int distance = Integer.MAX_VALUE;
    for (Setting key : Setting.values()) {
      int d = EditDistance.between(name, key.environment());
      if (d < distance) {
        distance = d;
        best = key.environment();
      }
    }
    return best;
  }

  /** What was not understood, a line each, for a person to act on. */
  public List<String> problems() {
    return Collections.unmodifiableList(problems);
  }

  /** Every setting, its value and where it comes from, a line each. */
  public List<String> effective() {
    List<String> lines = new ArrayList<String>();
    for (Setting key : Setting.values()) {
      String value = String.valueOf(values.get(key));
      String shown = key.isSecret() && !value.isEmpty() ? "***" : value;
      lines.add(key.key + " = " + shown + "   (" + sources.get(key) + ")");
    }
    return lines;
  }

  /** Returns the table of settings as Markdown, for {@code agent/docs/configuration.md}. */
  public static String table() {
    StringBuilder text =
        new StringBuilder("| key | value | default | meaning |\n|---|---|---|---|\n");
    for (Setting key : Setting.values()) {
      text.append("| `").append(key.key).append("` | ").append(key.type.expected).append(" | ");
      if (!key.byDefault.isEmpty()) {
        text.append('`').append(key.byDefault).append('`');
      }
      text.append(" | ").append(key.meaning).append(" |\n");
    }
    return text.toString();
  }

  /** Whether somebody has set it, be it to its default. */
  public boolean isSet(Setting key) {
    return !"default".equals(sources.get(key));
  }

  public boolean is(Setting key) {
    return text(key).equals("true");
  }

  public String text(Setting key) {
    String value = values.get(key);
    return value == null ? key.byDefault : value;
  }

  /** The text, or null when it is empty. */
  public @Nullable String textOrNull(Setting key) {
    String value = text(key);
    return value.isEmpty() ? null : value;
  }

  public int count(Setting key) {
    return (int) Math.min(UnitParser.wholeNumber(text(key)), Integer.MAX_VALUE);
  }

  public long nanos(Setting key) {
    return UnitParser.nanos(text(key));
  }
}
