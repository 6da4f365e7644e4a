package io.rowcall.cli.gate;

import io.rowcall.cli.InvalidInputException;
import io.rowcall.format.CallSite;
import io.rowcall.format.Finding;
import io.rowcall.format.Frame;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The source files of a checkout, by class. A class file names its source file and its package, not
 * its folder; the folders are searched for files of that name, and the one that declares the
 * package is it. So it does not matter how modules and source sets are laid out, nor whether a
 * Kotlin file lies where its package says.
 */
final class Sources {
  /** What builds write, and what nobody wrote here. */
  private static final Set<String> SKIPPED =
      Set.of("target", "build", "out", "bin", "node_modules", "__pycache__");

  private static final Set<String> SOURCE_FOLDERS =
      Set.of("src", "java", "kotlin", "groovy", "scala");

  /** A folder that holds more is no checkout. */
  private static final int MAX_FILES = 500_000;

  private final List<Path> roots;
  private final Map<String, List<SourceFile>> byName = new HashMap<>();
  private final Set<String> absent = new TreeSet<>();
  private final Set<String> ambiguous = new TreeSet<>();

  private Sources(List<Path> roots) {
    this.roots = roots;
  }

  /**
   * Gives each breach the line of its call site.
   *
   * @param roots folders, the first that has a class wins; empty: the working folder
   * @param notes where what was not found is said, once for all
   */
  static List<Violation> locate(List<Violation> breaches, List<Path> roots, List<String> notes)
      throws IOException {
    if (breaches.stream().allMatch(breach -> breach.callSite() == null)) {
      return breaches;
    }
    var sources = new Sources(roots.isEmpty() ? List.of(Path.of("")) : roots);
    sources.index(breaches);
    var located = new ArrayList<Violation>();
    for (Violation breach : breaches) {
      located.add(
          breach.at(sources.locationOrNote(breach.callSite()), sources.location(parentOf(breach))));
    }
    sources.addTo(notes);
    return located;
  }

  private void index(List<Violation> breaches) throws IOException {
    var names = new HashSet<String>();
    for (Violation breach : breaches) {
      addNames(breach.callSite(), names);
      addNames(parentOf(breach), names);
    }
    for (Path root : roots) {
      if (!Files.isDirectory(root.toAbsolutePath())) {
        throw new InvalidInputException(root + ": expected a folder of sources, found none");
      }
      Files.walkFileTree(root.toAbsolutePath().normalize(), new Finder(root, names));
    }
  }

  private static void addNames(@Nullable CallSite site, Set<String> names) {
    if (site != null) {
      names.add(String.valueOf(site.file));
      site.callers.forEach(caller -> names.add(String.valueOf(caller.file)));
    }
  }

  private static @Nullable CallSite parentOf(Violation breach) {
    Finding finding = breach.finding();
    return finding == null || finding.parent == null ? null : finding.parent.callSite;
  }

  private @Nullable Location locationOrNote(@Nullable CallSite site) {
    Location found = location(site);
    if (found == null && site != null && site.file != null) {
      (isAmbiguous(site) ? ambiguous : absent).add(site.type + " (" + site.file + ")");
    }
    return found;
  }

  /** The first frame that is in the checkout: the call site itself, or who called the library. */
  private @Nullable Location location(@Nullable CallSite site) {
    if (site == null) {
      return null;
    }
    Location found = location(site.type, site.file, site.line);
    for (Frame caller : site.callers) {
      if (found == null) {
        found = location(caller.type, caller.file, caller.line);
      }
    }
    return found;
  }

  private boolean isAmbiguous(CallSite site) {
    return roots.stream().anyMatch(root -> candidates(root, site.type, site.file).size() > 1);
  }

  private @Nullable Location location(String type, @Nullable String file, int line) {
    for (Path root : roots) {
      List<SourceFile> candidates = candidates(root, type, file);
      if (candidates.size() == 1) {
        return candidates.get(0).location(line);
      }
      if (candidates.size() > 1) {
        return null;
      }
    }
    return null;
  }

  private List<SourceFile> candidates(Path root, String type, @Nullable String file) {
    return byName.getOrDefault(String.valueOf(file), List.of()).stream()
        .filter(source -> source.root().equals(root) && source.isOf(type))
        .toList();
  }

  private void addTo(List<String> notes) {
    say(notes, absent, "not found in the checkout", "Name the folder with --source-root.");
    say(notes, ambiguous, "found more than once", "Name one folder with --source-root.");
  }

  private static void say(List<String> notes, Set<String> classes, String what, String advice) {
    if (!classes.isEmpty()) {
      String some = String.join(", ", classes.stream().limit(3).toList());
      notes.add(
          "the source of "
              + NumberText.count(classes.size(), "class")
              + " was "
              + what
              + ": "
              + some
              + (classes.size() > 3 ? ", …" : "")
              + ". "
              + advice);
    }
  }

  /** Collects the files of the wanted names. */
  private final class Finder extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Set<String> names;
    private int visited;

    Finder(Path root, Set<String> names) {
      this.root = root;
      this.names = names;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      Path top = root.toAbsolutePath().normalize();
      String name = String.valueOf(folder.getFileName());
      boolean written = SKIPPED.contains(name) && !isAmongSources(top, folder);
      return !folder.equals(top) && (written || name.startsWith("."))
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    /** There a folder is a package, whatever its name. */
    private boolean isAmongSources(Path top, Path folder) {
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
        byName.computeIfAbsent(name, any -> new ArrayList<>()).add(new SourceFile(root, file));
      }
      return ++visited > MAX_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
      return FileVisitResult.CONTINUE;
    }
  }
}
