package io.rowcall.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A candidate source file of a class: Java, Kotlin, Groovy or Scala. Read lazily. */
final class SourceFile {
  private static final Pattern PACKAGE =
      Pattern.compile("(?m)^[ \\t]*package[ \\t]+([\\w.`$]+)[ \\t]*;?");

  private final Path root;
  private final Path file;
  private @Nullable String text;

  SourceFile(Path root, Path file) {
    this.root = root;
    this.file = file;
  }

  Path root() {
    return root;
  }

  /** Whether the file declares the package of the class. */
  boolean declaresPackageOf(String className) {
    int end = className.lastIndexOf('.');
    String expected = end < 0 ? "" : className.substring(0, end);
    Matcher declaration = PACKAGE.matcher(withoutComments(text()));
    String declared = declaration.find() ? declaration.group(1).replace("`", "") : "";
    return declared.equals(expected);
  }

  /**
   * A line of this file, relative to its checkout. The line is 0 if the file is shorter: inlined
   * Kotlin functions have line numbers past the end of the file.
   */
  Location location(int line) {
    String path = String.valueOf(Checkout.relativize(file, root));
    return new Location(path, line <= text().lines().count() ? Math.max(line, 0) : 0);
  }

  private String text() {
    String content = text;
    if (content == null) {
      try {
        content = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      } catch (IOException unreadable) {
        content = ""; // Declares no package, so it matches no class.
      }
      text = content;
    }
    return content;
  }

  /** A license header may contain the word "package" at the start of a line. */
  private static String withoutComments(String text) {
    return text.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)//.*$", "");
  }
}
