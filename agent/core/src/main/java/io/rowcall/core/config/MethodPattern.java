package io.rowcall.core.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Method that the configuration names, as {@code com.acme.Job#run}, or all public ones of a type,
 * as {@code com.acme.Job#*}. A type stands for its subtypes as well. Immutable.
 */
public final class MethodPattern {
  private static final String NAME = "[\\p{L}_$][\\p{L}\\p{N}_$]*";
  private static final Pattern SYNTAX =
      Pattern.compile(NAME + "(\\." + NAME + ")*#(\\*|" + NAME + ")");
  private static final String ANY = "*";

  private final String type;
  private final String method;

  private MethodPattern(String type, String method) {
    this.type = type;
    this.method = method;
  }

  /**
   * Parses patterns, separated by commas.
   *
   * @return null if one of them is malformed
   */
  static @Nullable List<MethodPattern> parse(String text) {
    if (text.trim().isEmpty()) {
      return Collections.emptyList();
    }
    List<MethodPattern> patterns = new ArrayList<MethodPattern>();
    for (String part : text.split(",")) {
      String pattern = part.trim();
      if (!SYNTAX.matcher(pattern).matches()) {
        return null;
      }
      int hash = pattern.indexOf('#');
      patterns.add(new MethodPattern(pattern.substring(0, hash), pattern.substring(hash + 1)));
    }
    return patterns;
  }

  /** The binary name of the type. */
  public String type() {
    return type;
  }

  public boolean isAnyMethod() {
    return method.equals(ANY);
  }

  /** The name of the method, all overloads included. */
  public String method() {
    return method;
  }

  @Override
  public String toString() {
    return type + '#' + method;
  }
}
