package io.rowcall.source;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Resolves paths against the checkout: the nearest parent folder with a {@code .git} entry. */
public final class Checkout {
  private Checkout() {}

  /**
   * The path of a file relative to its checkout, with {@code /}. Outside a checkout, relative to
   * the working folder, else to the fallback.
   *
   * @return null if the file is in none of them
   */
  public static @Nullable String relativize(Path file, Path fallback) {
    Path absolute = file.toAbsolutePath().normalize();
    for (Path parent = absolute.getParent(); parent != null; parent = parent.getParent()) {
      if (Files.exists(parent.resolve(".git"))) {
        return below(parent, absolute);
      }
    }
    Path workingFolder = Path.of("").toAbsolutePath().normalize();
    String relative = below(workingFolder, absolute);
    return relative != null ? relative : below(fallback.toAbsolutePath().normalize(), absolute);
  }

  private static @Nullable String below(Path folder, Path file) {
    return file.startsWith(folder)
        ? folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/")
        : null;
  }
}
