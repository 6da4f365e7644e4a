package io.rowcall.source;

import io.rowcall.format.CallSite;
import io.rowcall.format.Frame;
import io.rowcall.input.InvalidInputException;
import io.rowcall.text.NumberText;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Source files of a checkout, by class. A class file names its source file and its package, but not
 * its folder, so folders are searched by file name and the file that declares the package wins.
 * That works for any layout of modules and source sets, and for Kotlin files outside their
 * package's folder.
 *
 * <p>Not thread-safe.
 */
public final class SourceIndex {
  /** Build output and downloaded dependencies. */
  private static final Set<String> SKIPPED =
      Set.of("target", "build", "out", "bin", "node_modules", "__pycache__");

  private static final Set<String> SOURCE_FOLDERS =
      Set.of("src", "java", "kotlin", "groovy", "scala");

  /** A folder with more files is unlikely to be a checkout; the search stops. */
  private static final int MAX_FILES = 500_000;

  /** Notes name at most this many classes. */
  private static final int MAX_NAMED = 3;

  private final List<Path> roots;
  private final Map<String, List<SourceFile>> byName = new HashMap<>();
  private final Set<String> missing = new TreeSet<>();
  private final Set<String> ambiguous = new TreeSet<>();

  private SourceIndex(List<Path> roots) {
    this.roots = roots;
  }

  /**
   * Indexes the source files of call sites.
   *
   * @param roots folders to search; the first that has a class wins. Empty: the working folder
   * @param sites call sites to look up later; other file names are not indexed
   * @throws InvalidInputException if a root is not a folder
   */
  public static SourceIndex of(List<Path> roots, Collection<CallSite> sites) throws IOException {
    var index = new SourceIndex(roots.isEmpty() ? List.of(Path.of("")) : roots);
    var names = new HashSet<String>();
    for (CallSite site : sites) {
      names.add(String.valueOf(site.file));
      site.callers.forEach(caller -> names.add(String.valueOf(caller.file)));
    }
    index.search(names);
    return index;
  }

  private void search(Set<String> names) throws IOException {
    for (Path root : roots) {
      if (!Files.isDirectory(root.toAbsolutePath())) {
        throw new InvalidInputException(root + ": expected a source folder, found none");
      }
      Files.walkFileTree(root.toAbsolutePath().normalize(), new Collector(root, names));
    }
  }

  /**
   * The first frame of a call site that lies in the checkout: the call site itself, or the caller
   * of the library it is in.
   *
   * @return null if no frame is found
   */
  public @Nullable Location locate(@Nullable CallSite site) {
    if (site == null) {
      return null;
    }
    Location location = locate(site.type, site.file, site.line);
    for (Frame caller : site.callers) {
      if (location == null) {
        location = locate(caller.type, caller.file, caller.line);
      }
    }
    return location;
  }

  /** As {@link #locate}, and remembers classes that were not found for {@link #notes}. */
  public @Nullable Location locateOrNote(@Nullable CallSite site) {
    Location location = locate(site);
    if (location == null && site != null && site.file != null) {
      (isAmbiguous(site) ? ambiguous : missing).add(site.type + " (" + site.file + ")");
    }
    return location;
  }

  /** One sentence for all missing classes and one for all ambiguous ones. */
  public List<String> notes() {
    var notes = new ArrayList<String>();
    addNote(notes, missing, "was not found in the checkout", "Add its folder with --source-root.");
    addNote(notes, ambiguous, "was found more than once", "Select a folder with --source-root.");
    return notes;
  }

  private static void addNote(
      List<String> notes, Set<String> classes, String problem, String advice) {
    if (!classes.isEmpty()) {
      String named = String.join(", ", classes.stream().limit(MAX_NAMED).toList());
      notes.add(
          "The source of "
              + NumberText.count(classes.size(), "class")
              + " "
              + problem
              + ": "
              + named
              + (classes.size() > MAX_NAMED ? ", …" : "")
              + ". "
              + advice);
    }
  }

  private boolean isAmbiguous(CallSite site) {
    return roots.stream().anyMatch(root -> candidates(root, site.type, site.file).size() > 1);
  }

  private @Nullable Location locate(String className, @Nullable String fileName, int line) {
    for (Path root : roots) {
      List<SourceFile> candidates = candidates(root, className, fileName);
      if (candidates.size() == 1) {
        return candidates.get(0).location(line);
      }
      if (candidates.size() > 1) {
        return null;
      }
    }
    return null;
  }

  private List<SourceFile> candidates(Path root, String className, @Nullable String fileName) {
    return byName.getOrDefault(String.valueOf(fileName), List.of()).stream()
        .filter(source -> source.root().equals(root) && source.declaresPackageOf(className))
        .toList();
  }

  /** Collects files with the wanted names. */
  private final class Collector extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Set<String> names;
    private int visited;

    Collector(Path root, Set<String> names) {
      this.root = root;
      this.names = names;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      Path top = root.toAbsolutePath().normalize();
      String name = String.valueOf(folder.getFileName());
      boolean generated = SKIPPED.contains(name) && !isInSourceFolder(top, folder);
      return !folder.equals(top) && (generated || name.startsWith("."))
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    /** Within a source folder, {@code build} or {@code target} is the name of a package. */
    private boolean isInSourceFolder(Path top, Path folder) {
      for (Path part : top.relativize(folder)) {
        if (part.toString().equals("src")) {
          return true;
        }
      }
      return SOURCE_FOLDERS.contains(String.valueOf(top.getFileName()));
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = file.getFileName().toString();
      if (attributes.isRegularFile() && names.contains(name)) {
        byName.computeIfAbsent(name, key -> new ArrayList<>()).add(new SourceFile(root, file));
      }
      return ++visited > MAX_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
      return FileVisitResult.CONTINUE;
    }
  }
}
