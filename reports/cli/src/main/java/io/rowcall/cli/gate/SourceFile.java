package io.rowcall.cli.gate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One file of a checkout that may be the source of a class. Java, Kotlin, Groovy, Scala. */
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

  /** Whether it declares the package of a class. */
  boolean isOf(String type) {
    int end = type.lastIndexOf('.');
    String wanted = end < 0 ? "" : type.substring(0, end);
    Matcher declared = PACKAGE.matcher(withoutComments(text()));
    return (declared.find() ? declared.group(1).replace("`", "") : "").equals(wanted);
  }

  /**
   * A line of it, relative to the checkout that it lies in.
   *
   * @param line none when the file has no such: lines of inlined Kotlin lie beyond its end
   */
  Location location(int line) {
    String path = String.valueOf(CheckoutPaths.inCheckout(file, root));
    return new Location(path, line <= text().lines().count() ? Math.max(line, 0) : 0);
  }

  private String text() {
    String read = text;
    if (read == null) {
      try {
        read = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      } catch (IOException unreadable) {
        read = ""; // Then it is the source of nothing.
      }
      text = read;
    }
    return read;
  }

  /** A licence may speak of packages before the code does. */
  private static String withoutComments(String text) {
    return text.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)//.*$", "");
  }
}
