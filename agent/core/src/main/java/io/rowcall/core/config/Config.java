package io.rowcall.core.config;

import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Effective configuration of the agent. Agent arguments override system properties ({@code
 * rowcall.x}), which override environment variables ({@code ROWCALL_X}), which override the
 * configuration file, which overrides the defaults. Immutable.
 *
 * <p>Reading never fails. An invalid value falls back to the next source that has a valid one, and
 * adds a line to {@link #problems}. Such a line never contains a value or a part of one, because
 * the value may be a password.
 */
public final class Config {
  static final String DEFAULT_SOURCE = "default";

  private final EnumMap<Setting, String> values;
  private final EnumMap<Setting, String> sources;
  private final List<String> problems;

  Config(EnumMap<Setting, String> values, EnumMap<Setting, String> sources, List<String> problems) {
    this.values = values;
    this.sources = sources;
    this.problems = Collections.unmodifiableList(problems);
  }

  /**
   * Reads the configuration.
   *
   * @param arguments {@code key=value,key=value}, or null; see {@link Arguments}
   * @param directory base of a relative {@code config} path
   */
  public static Config read(
      @Nullable String arguments,
      Properties system,
      Map<String, String> environment,
      File directory) {
    return new ConfigReader(arguments, system, environment, directory).read();
  }

  /** Problems found while reading, one line each, for a person to act on. */
  public List<String> problems() {
    return problems;
  }

  /** Every setting with its value and its source, one line each. */
  public List<String> effective() {
    List<String> lines = new ArrayList<String>();
    for (Setting setting : Setting.values()) {
      String value = text(setting);
      String shown = setting.isSecret() && !value.isEmpty() ? "***" : value;
      lines.add(setting.key + " = " + shown + "   (" + sources.get(setting) + ")");
    }
    return lines;
  }

  /** Returns the table of settings as Markdown, for {@code agent/docs/configuration.md}. */
  public static String table() {
    StringBuilder text =
        new StringBuilder("| key | value | default | meaning |\n|---|---|---|---|\n");
    for (Setting setting : Setting.values()) {
      text.append("| `").append(setting.key).append("` | ");
      text.append(setting.type.expected).append(" | ");
      if (!setting.defaultValue.isEmpty()) {
        text.append('`').append(setting.defaultValue).append('`');
      }
      text.append(" | ").append(setting.meaning).append(" |\n");
    }
    return text.toString();
  }

  /** Whether any source sets it, even to its default. */
  public boolean isSet(Setting setting) {
    return !DEFAULT_SOURCE.equals(sources.get(setting));
  }

  public boolean is(Setting setting) {
    return text(setting).equals("true");
  }

  public String text(Setting setting) {
    String value = values.get(setting);
    return value == null ? setting.defaultValue : value;
  }

  /** The text, or null when it is empty. */
  public @Nullable String textOrNull(Setting setting) {
    String value = text(setting);
    return value.isEmpty() ? null : value;
  }

  /** The methods whose calls are jobs. */
  public List<MethodPattern> methods() {
    List<MethodPattern> patterns = MethodPattern.parse(text(Setting.REQUEST_METHODS));
    return patterns == null ? Collections.<MethodPattern>emptyList() : patterns;
  }

  public int count(Setting setting) {
    return (int) Math.min(UnitParser.wholeNumber(text(setting)), Integer.MAX_VALUE);
  }

  public long nanos(Setting setting) {
    return UnitParser.nanos(text(setting));
  }
}
